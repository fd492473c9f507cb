using System.Text.Json.Nodes;

namespace Goldset.Labeling;

/// <summary>Makes up regions for a sample annotation or prediction.</summary>
internal sealed class SampleRegions(LabelConfig config, Random random)
{
    private static readonly string[] Words = ["clear", "quiet", "river", "stone", "early", "market", "window", "garden", "seven", "travel", "paper", "light"];

    /// <summary>Whether every control can be served. Those that need the media's size or length can't.</summary>
    public bool AreSupported => config.HasControlTags && config.Controls.All(control => control.ResultType switch
    {
        "choices" or "textarea" or "rating" or "number" or "datetime" => !control.HasDynamicLabels && (control.ResultType != "choices" || control.Labels.Count > 0),
        "labels" => control.Labels.Count > 0 && control.ToNames.All(name => config.FindObject(name)?.Type is "Text" or "Audio" or "AudioPlus"),
        _ => false,
    });

    public JsonArray Create() => new([.. config.Controls.Select(Region)]);

    /// <summary>Replaces placeholders by data that read like real ones.</summary>
    public static void MakeConcrete(JsonObject data, LabelConfig config, string host)
    {
        foreach (var tag in config.Objects)
        {
            if (tag.ValueList is not null || !data.ContainsKey(tag.DataKey))
            {
                continue;
            }

            switch (tag.Type)
            {
                case "Text" when tag.ValueType is null or "text":
                    data[tag.DataKey] = "To have faith is to trust yourself to the water";
                    break;
                case "Table":
                    data[tag.DataKey] = new JsonObject { ["Card number"] = 18799210, ["First name"] = "Max", ["Last name"] = "Nobel" };
                    break;
                case "Audio" or "AudioPlus" when host.Length == 0:
                    data[tag.DataKey] = $"http://localhost:8080{data[tag.DataKey]}";
                    break;
            }
        }
    }

    private JsonNode Region(ControlTag control) => new JsonObject
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["from_name"] = control.Name,
        ["to_name"] = control.ToNames[0],
        ["type"] = control.ResultType,
        ["value"] = Value(control),
    };

    private JsonObject Value(ControlTag control) => control.ResultType switch
    {
        "choices" => new JsonObject { ["choices"] = new JsonArray(AnyLabel(control)) },
        "textarea" => new JsonObject { ["text"] = new JsonArray(string.Join(' ', random.GetItems(Words, random.Next(3, 8)))) },
        "rating" => new JsonObject { ["rating"] = random.Next(1, Whole(control, "maxRating", 5) + 1) },
        "number" => new JsonObject { ["number"] = random.Next(Whole(control, "min", 0), Math.Max(Whole(control, "min", 0), Whole(control, "max", 100)) + 1) },
        "datetime" => new JsonObject { ["datetime"] = control.Element.Attribute("only") is null ? "2024-02-29T10:30" : "2024-02-29" },
        _ => Span(control),
    };

    private JsonObject Span(ControlTag control)
    {
        var start = random.Next(0, 10);
        return new JsonObject { ["start"] = start, ["end"] = start + random.Next(1, 10), ["labels"] = new JsonArray(AnyLabel(control)) };
    }

    private JsonValue AnyLabel(ControlTag control) => JsonValue.Create(control.Labels[random.Next(control.Labels.Count)].Key);

    private static int Whole(ControlTag control, string attribute, int otherwise) =>
        int.TryParse(control.Element.Attribute(attribute), System.Globalization.CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000 ? value : otherwise;
}
