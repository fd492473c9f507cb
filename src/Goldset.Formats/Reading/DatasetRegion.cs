using System.Text.Json;

namespace Goldset.Formats.Reading;

/// <summary>A labelled region of an annotation, coordinates in percent of the image.</summary>
/// <param name="Control">What makes such regions.</param>
/// <param name="Label">Its label.</param>
internal abstract record DatasetRegion(ImpliedControl Control, string Label)
{
    /// <summary>How sure a model is of it; null when nobody says.</summary>
    public double? Score { get; init; }

    /// <summary>The region that it belongs to.</summary>
    public DatasetRegion? Parent { get; init; }

    /// <summary>Writes the place of the region into its value.</summary>
    public abstract void WritePlace(Utf8JsonWriter writer);
}

internal sealed record BoxRegion(ImpliedControl Control, string Label, double X, double Y, double Width, double Height, double Rotation) : DatasetRegion(Control, Label)
{
    public override void WritePlace(Utf8JsonWriter writer)
    {
        writer.WriteNumber("x"u8, X);
        writer.WriteNumber("y"u8, Y);
        writer.WriteNumber("width"u8, Width);
        writer.WriteNumber("height"u8, Height);
        writer.WriteNumber("rotation"u8, Rotation);
    }
}

internal sealed record PolygonRegion(ImpliedControl Control, string Label, IReadOnlyList<(double X, double Y)> Points, bool IsClosed) : DatasetRegion(Control, Label)
{
    public override void WritePlace(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("points"u8);
        foreach (var (x, y) in Points)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(x);
            writer.WriteNumberValue(y);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        if (IsClosed)
        {
            writer.WriteBoolean("closed"u8, true);
        }
    }
}

internal sealed record KeypointRegion(ImpliedControl Control, string Label, double X, double Y, double Width, bool IsHidden) : DatasetRegion(Control, Label)
{
    public override void WritePlace(Utf8JsonWriter writer)
    {
        writer.WriteNumber("x"u8, X);
        writer.WriteNumber("y"u8, Y);
        writer.WriteNumber("width"u8, Width);
        if (IsHidden)
        {
            writer.WriteBoolean("hidden"u8, true);
        }
    }
}

internal sealed record BrushRegion(ImpliedControl Control, string Label, byte[] Rle) : DatasetRegion(Control, Label)
{
    public override void WritePlace(Utf8JsonWriter writer)
    {
        writer.WriteString("format"u8, "rle"u8);
        writer.WriteStartArray("rle"u8);
        foreach (var value in Rle)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }
}

/// <param name="Control">What makes such regions.</param>
/// <param name="Label">Its label.</param>
/// <param name="Start">First character, counted in code points.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="Text">What is between.</param>
internal sealed record SpanRegion(ImpliedControl Control, string Label, int Start, int End, string Text) : DatasetRegion(Control, Label)
{
    public override void WritePlace(Utf8JsonWriter writer)
    {
        writer.WriteNumber("start"u8, Start);
        writer.WriteNumber("end"u8, End);
        writer.WriteString("text"u8, Text);
    }
}
