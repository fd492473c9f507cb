using System.Text.Json;
using Goldset.Formats.Archives;

namespace Goldset.Formats.Shapes;

/// <summary>The labels by their place in the list, which is what annotations refer to.</summary>
internal sealed class DatumaroLabels(CategoryList categories)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The place of a label, which is new if it is not known.</summary>
    public int PlaceOf(string label)
    {
        if (!_places.TryGetValue(label, out var place))
        {
            categories.IdOf(label);
            place = categories.All.Select(category => category.Name).ToList().IndexOf(label);
            _places.Add(label, place);
        }

        return place;
    }

    /// <summary>Writes the <c>categories</c>.</summary>
    public void Write(ZipEntryWriter entry)
    {
        using var writer = new Utf8JsonWriter(entry);
        writer.WriteStartObject();
        writer.WriteStartObject("label"u8);
        writer.WriteStartArray("labels"u8);
        foreach (var category in categories.All)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, category.Name);
            writer.WriteString("parent"u8, "");
            writer.WriteStartArray("attributes"u8);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("attributes"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
