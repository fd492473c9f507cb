using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Shapes;

/// <summary>The labels of a region: a list of texts, or a single text.</summary>
internal readonly struct LabelList(JsonElement value)
{
    /// <summary>Whether the value has the list, empty or not.</summary>
    public bool IsThere => value.ValueKind != JsonValueKind.Undefined;

    /// <summary>The first label, or null.</summary>
    public string? First
    {
        get
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.String)
                    {
                        return JsonStrings.Decode(item);
                    }
                }
            }

            return value.ValueKind == JsonValueKind.String ? JsonStrings.Decode(value) : null;
        }
    }

    /// <summary>Adds all labels to a list.</summary>
    public void AddTo(List<string> labels)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String)
                {
                    labels.Add(JsonStrings.Decode(item));
                }
            }
        }
        else if (value.ValueKind == JsonValueKind.String)
        {
            labels.Add(JsonStrings.Decode(value));
        }
    }
}
