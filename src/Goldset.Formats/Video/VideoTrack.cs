using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Goldset.Formats.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Video;

/// <summary>A box tracked through a video: key frames in order, and how long the last one holds.</summary>
internal sealed class VideoTrack
{
    private const double LargestFrame = 1e12;

    private readonly List<KeyFrame> _keyFrames;
    private readonly long _framesCount;
    private readonly double _duration;

    private VideoTrack(List<KeyFrame> keyFrames, long framesCount, double duration)
    {
        _keyFrames = keyFrames;
        _framesCount = framesCount;
        _duration = duration;
        for (var i = 0; i < keyFrames.Count; i++)
        {
            FramesToAdd += Between(i).Count;
        }
    }

    /// <summary>How many frames lie between the key frames and have to be written.</summary>
    public long FramesToAdd { get; }

    /// <summary>Reads a track from the value of its region; null when its key frames cannot be put in order.</summary>
    public static VideoTrack? Read(JsonElement value)
    {
        var sequence = JsonStrings.Find(value, "sequence"u8);
        if (sequence.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var keyFrames = new List<KeyFrame>();
        foreach (var element in sequence.EnumerateArray())
        {
            if (Number(element, "frame"u8) is not { } frame || Math.Abs(frame) > LargestFrame || Math.Floor(frame) != frame)
            {
                return null;
            }

            var enabled = JsonStrings.Find(element, "enabled"u8).ValueKind == JsonValueKind.True;
            keyFrames.Add(new KeyFrame(element, (long)frame, enabled, Number(element, "time"u8)));
        }

        var framesCount = Number(value, "framesCount"u8) is { } count && Math.Abs(count) <= LargestFrame ? (long)Math.Floor(count) : 0;
        return new VideoTrack([.. keyFrames.OrderBy(key => key.Frame)], framesCount, Number(value, "duration"u8) ?? 0);
    }

    /// <summary>Writes the sequence: key frames as they are, added frames between them.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new JsonTextWriter(output, indented: false);
        writer.StartArray();
        for (var i = 0; i < _keyFrames.Count; i++)
        {
            writer.Verbatim(JsonMarshal.GetRawUtf8Value(_keyFrames[i].Element));
            var (first, count) = Between(i);
            for (var frame = first; frame < first + count; frame++)
            {
                WriteFrame(writer, i, frame);
            }
        }

        writer.EndArray();
    }

    /// <summary>The frames to add after a key frame: up to the next one, or to the end of the video.</summary>
    private (long First, long Count) Between(int index)
    {
        var key = _keyFrames[index];
        var last = index + 1 < _keyFrames.Count ? _keyFrames[index + 1].Frame - 1 : _framesCount;
        return (key.Frame + 1, key.Enabled ? Math.Max(0, last - key.Frame) : 0);
    }

    private void WriteFrame(JsonTextWriter writer, int index, long frame)
    {
        var from = _keyFrames[index];
        var to = index + 1 < _keyFrames.Count ? _keyFrames[index + 1] : null;
        var passed = (double)(frame - from.Frame) / ((to?.Frame ?? _framesCount) - from.Frame);
        var marked = false;
        writer.StartObject();
        foreach (var property in from.Element.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            writer.RawName(name);
            switch (JsonStrings.Decode(name))
            {
                case "frame":
                    writer.Number(frame);
                    break;
                case "auto":
                    writer.Verbatim("true"u8);
                    marked = true;
                    break;
                case "time" when Time(from, to, passed) is { } time:
                    writer.Number(time);
                    break;
                case "x" or "y" or "width" or "height" or "rotation" when to is not null && Moved(property, name, to, passed) is { } moved:
                    writer.Number(moved);
                    break;
                default:
                    writer.Verbatim(JsonMarshal.GetRawUtf8Value(property.Value));
                    break;
            }
        }

        if (!marked)
        {
            writer.RawName("auto"u8);
            writer.Verbatim("true"u8);
        }

        writer.EndObject();
    }

    /// <summary>A coordinate on its way to the next key frame; null when it stays, or is no number.</summary>
    private static double? Moved(JsonProperty from, ReadOnlySpan<byte> name, KeyFrame to, double passed) =>
        Number(from.Value) is { } start && Number(to.Element, name) is { } end && !start.Equals(end) ? start + (passed * (end - start)) : null;

    /// <summary>Seconds into the video, to the hundredth; null when nothing tells them.</summary>
    private double? Time(KeyFrame from, KeyFrame? to, double passed)
    {
        if (from.Time is not { } start)
        {
            return null;
        }

        var stands = to is null || start.Equals(to.Time);
        var end = stands && _duration > 0 ? _duration : to?.Time;
        return end is null ? null : RoundToHundredth(start + (passed * (end.Value - start)));
    }

    /// <summary>Rounds the exact value, not a scaled one: 2.675 is below the half and gives 2.67. Exact halves go to the even side.</summary>
    private static double RoundToHundredth(double value)
    {
        var eighths = value * 8;
        return Math.Floor(eighths) == eighths
            ? Math.Round(value, 2, MidpointRounding.ToEven)
            : double.Parse(value.ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static double? Number(JsonElement owner, ReadOnlySpan<byte> name) => Number(JsonStrings.Find(owner, name));

    private static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private sealed record KeyFrame(JsonElement Element, long Frame, bool Enabled, double? Time);
}
