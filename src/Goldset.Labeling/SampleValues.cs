using System.Text.Json.Nodes;

namespace Goldset.Labeling;

/// <summary>Sample values of task fields, by the tag that shows them or by a field name that says what is meant.</summary>
internal sealed class SampleValues(SampleOptions options)
{
    private const string Fallback = "Something";

    private string Files => options.Host + "/static/samples";

    public JsonNode? For(ConfigElement element, string key)
    {
        var tag = element.Tag;
        var isList = element.Attribute("value") is null or "";
        if (Named(key) is { } named)
        {
            return isList ? new JsonArray(named) : named;
        }

        return tag switch
        {
            "HyperText" when key == "video" => VideoMarkup(),
            "List" => ListItems(),
            "Paragraphs" => Paragraphs(element),
            "TimeSeries" => TimeSeries(element),
            "HyperText" => IsUrl(element) ? $"{Files}/hypertext.html" : Hypertext,
            _ when tag.EndsWith("labels", StringComparison.OrdinalIgnoreCase) => new JsonArray(
                new JsonObject { ["value"] = "DynamicLabel1", ["background"] = "#ff0000" },
                new JsonObject { ["value"] = "DynamicLabel2", ["background"] = "#0000ff" }),
            "Choices" => Choices(element),
            _ => isList ? new JsonArray(ByTag(element)) : ByTag(element),
        };
    }

    private JsonNode ByTag(ConfigElement element) => element.Tag switch
    {
        "Text" => IsUrl(element) ? $"{Files}/example.txt" : "Sample: Your text will go here.",
        "Image" => $"{Files}/sample.jpg",
        "Audio" or "AudioPlus" => $"{Files}/game.wav",
        "Video" => $"{Files}/opossum_snow.mp4",
        "Header" => "Sample: Header text",
        "Table" => new JsonObject { ["Card number"] = 18799210, ["First name"] = "Sample", ["Last name"] = "Text" },
        _ => Fallback,
    };

    private JsonNode? Named(string key) => key switch
    {
        "longText" => "Sample: This is a sample text for long text task. It can be used for text classification, named entity recognition, etc.",
        "pdf" => $"<embed src='{Files}/sample.pdf' width='100%' height='600px'/>",
        "website" => $"<iframe src='{Files}/hypertext.html' width='100%' height='600px'></iframe>",
        "headlessCsv" => $"{Files}/sample-task-sin-headless.csv",
        "videoHack" => VideoMarkup(),
        _ when options.Purpose == SamplePurpose.Upload => null,
        "corefText" => "Sample: This is a sample text for coreference resolution and entity linking task.",
        "ner" => "Sample: This is a sample text for named entity recognition task.",
        "humanMachineDialogue" => new JsonArray(
            Line("Human", "Hi, I would like to change my booking."),
            Line("Robot", "Of course. What is the booking number?"),
            Line("Human", "It is 4711, for two people."),
            Line("Robot", "Thank you. Which day would suit you better?"),
            Line("Human", "Friday evening, please.")),
        "respone" => "Sample: Response #1",
        "resptwo" => "Sample: Response #2",
        "respthree" => "Sample: Response #3",
        "ocr" => $"{Files}/ocr.jpg",
        "captioning" => $"{Files}/trees_in_snow.jpg",
        "pairText1" => "Sample: Text #1",
        "pairText2" => "Sample: Text #2",
        _ => null,
    };

    private static JsonObject Line(string author, string text) => new() { ["author"] = author, ["text"] = text };

    private string VideoMarkup() => $"<video src='{Files}/opossum_snow.mp4' width=100% controls>";

    private static JsonArray ListItems() => new([.. Enumerable.Range(1, 3).Select(i => new JsonObject
    {
        ["id"] = i,
        ["title"] = $"Sample: Item #{i}",
        ["body"] = $"Sample: Text of item #{i}",
    })]);

    private JsonNode Paragraphs(ConfigElement element)
    {
        var nameKey = element.Attribute("nameKey") ?? element.Attribute("namekey") ?? "author";
        var textKey = element.Attribute("textKey") ?? element.Attribute("textkey") ?? "text";
        return IsUrl(element)
            ? $"{options.Host}/samples/paragraphs.json?nameKey={SampleTimeSeries.Escape(nameKey)}&textKey={SampleTimeSeries.Escape(textKey)}"
            : SampleParagraphs.Create(nameKey, textKey, options.Purpose);
    }

    private JsonNode TimeSeries(ConfigElement element)
    {
        var series = SampleTimeSeries.Of(element);
        return IsUrl(element) || ValueType(element) is null ? options.Host + series.Address : series.Create(options.Random);
    }

    private static JsonArray Choices(ConfigElement element)
    {
        static JsonObject Choice(string name) => new() { ["value"] = name };
        static JsonObject Header(int number, int children) => new()
        {
            ["value"] = $"DynamicChoiceHeader{number}",
            ["children"] = new JsonArray([.. Enumerable.Range(1, children).Select(i => Choice($"DynamicChoice{number}.{i}"))]),
        };
        return element.Flag("allowNested") || element.Flag("allownested")
            ? new JsonArray(Header(1, 2), Header(2, 3))
            : new JsonArray(Choice("DynamicChoice1"), Choice("DynamicChoice2"), Choice("DynamicChoice3"));
    }

    private bool IsUrl(ConfigElement element) =>
        ValueType(element) is { } type ? type == "url" : options.UrlsOnly && element.Tag is "Paragraphs" or "HyperText" or "Text";

    private static string? ValueType(ConfigElement element) => element.Attribute("valueType") ?? element.Attribute("valuetype");

    private const string Hypertext =
        "<article style=\"max-width: 750px\"><h2>Team chat</h2><p><b>Mira</b>: The new scanner arrived in Lisbon this morning.</p>"
        + "<p><b>Jon</b>: Great, can somebody test it on the 1954 city maps?</p><p><b>Mira</b>: I will start on Monday with the first forty sheets.</p></article>";
}
