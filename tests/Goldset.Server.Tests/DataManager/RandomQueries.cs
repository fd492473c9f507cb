using System.Text.Json.Nodes;
using CsCheck;

namespace Goldset.Server.Tests.DataManager;

/// <summary>Tasks of all kinds, and filters and orders over them.</summary>
internal static class RandomQueries
{
    private static readonly string[] Keys = ["n", "s", "b", "list", "mixed", "o", "a b.c", "q\"uo'te", "Ключ", "o__in", "list__0"];

    private static readonly string[] Texts =
    [
        "", "a", "A", "abc", "ABC", "äpfel", "ÄPFEL", "Ж", "жук", "日本語", "😀 smile", "1", "01", " 7 ", "-3.5", ".5", "5.", "1e2", "1e+2", "1-2", "--1", "+", "e5", "0x1F", "NaN", "Infinity", "1e999", "12 a",
        "true", "null", "line\nbreak", "tab\tbed", "back\\slash", "quo\"te", "100%", "under_score", new('x', 250), new string('x', 250) + "y",
    ];

    private static readonly string[] Numbers = ["0", "1", "-1", "7", "1.5", "1.50", "-3.5", "100", "1e2", "2.5e-3", "12345678901", "0.1", "99999.75"];

    private static readonly string[] Parts = ["a", "Ä", "ж", "本", "😀", "1", ".", "e", "-", "%", "_", "\\", "\"te", "x", "rue"];

    private static readonly string[] Patterns = ["a", "^a", "b.c$", "[0-9]+", "(a|Ж)", "*", "(", "^$", "x{3}", "\\d", "."];

    private static Gen<T> AnyOf<T>(IReadOnlyList<T> items) => Gen.Int[0, items.Count - 1].Select(index => items[index]);

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();

    private static readonly Gen<string> Scalar = Gen.Frequency((4, AnyOf(Texts).Select(Quoted)), (4, AnyOf(Numbers)), (1, AnyOf<string>(["true", "false"])), (1, Gen.Const("null")));

    private static readonly Gen<string> Value = Gen.Frequency(
        (8, Scalar),
        (1, AnyOf<string>(["\"a\"", "1", "\"Ж\"", "2.5", "null", "true"]).List[0, 3].Select(items => $"[{string.Join(',', items)}]")),
        (1, AnyOf<string>(["\"a\"", "1", "null", "\"b\""]).Select(item => $$"""{"in":{{item}}}""")));

    private static readonly Gen<string> Data = Gen.Select(AnyOf(Keys), Value).List[0, 8]
        .Select(members => "{" + string.Join(',', members.DistinctBy(member => member.Item1).Select(member => $"{Quoted(member.Item1)}:{member.Item2}").Append("\"always\":1")) + "}");

    private static readonly Gen<string> Annotation = Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 2], (user, skipped, time, result) =>
        $$"""{"completed_by":"{{user}}","was_cancelled":{{(skipped ? "true" : "false")}},"lead_time":{{(time == 0 ? "null" : time + ".5")}},"result":{{Result(result)}}}""");

    private static readonly Gen<string> Prediction = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 2], (version, score, result) =>
        $$"""{"model_version":{{(version == 0 ? "null" : $"\"model {version}\"")}},"score":{{(score == 0 ? "null" : $"0.{score}")}},"result":{{Result(result)}}}""");

    /// <summary>The JSON of a list of tasks; <c>completed_by</c> is the number of a user, as text.</summary>
    public static readonly Gen<string> Tasks = Gen.Select(Data, Annotation.List[0, 3], Prediction.List[0, 2],
        (data, annotations, predictions) => $$"""{"data":{{data}},"annotations":[{{string.Join(',', annotations)}}],"predictions":[{{string.Join(',', predictions)}}]}""")
        .List[12, 25].Select(tasks => $"[{string.Join(',', tasks)}]");

    private static string Result(int kind) => kind switch
    {
        0 => "[]",
        1 => """[{"id":"r","from_name":"label","to_name":"text","type":"choices","value":{"choices":["Größe"]}}]""",
        _ => """[{"id":"r","from_name":"label","to_name":"text","type":"choices","value":{"choices":["small"]}}]""",
    };

    private static readonly Gen<string> DataColumn = AnyOf(Keys).Select(key => "data." + key);

    private static readonly Gen<JsonNode> Switch = AnyOf<JsonNode>([true, false, "True", "no"]).Select(value => value.DeepClone());

    private static readonly Gen<JsonNode> ANumber = Gen.Frequency((3, AnyOf(Numbers).Select(number => JsonNode.Parse(number)!)), (1, AnyOf<string>(["1", "-3.5", "1e2"]).Select(text => (JsonNode)text)));

    private static readonly Gen<JsonNode> AScalar = Scalar.Select(json => JsonNode.Parse(json) ?? JsonValue.Create(0));

    private static Gen<JsonNode> Range(Gen<JsonNode> value) => Gen.Select(value, value, (min, max) => (JsonNode)new JsonObject { ["min"] = min.DeepClone(), ["max"] = max.DeepClone() });

    private static Gen<JsonObject> Item(Gen<string> column, string type, string operation, Gen<JsonNode> value) => Gen.Select(column, value, (name, sent) =>
        new JsonObject { ["filter"] = "filter:tasks:" + name, ["operator"] = operation, ["type"] = type, ["value"] = sent.DeepClone() });

    private static IEnumerable<Gen<JsonObject>> Comparisons(Gen<string> column, string type, Gen<JsonNode> value) =>
        ((string[])["equal", "not_equal", "less", "greater", "less_or_equal", "greater_or_equal"]).Select(operation => Item(column, type, operation, value))
            .Concat(((string[])["in", "not_in"]).Select(operation => Item(column, type, operation, Range(value))));

    private static Gen<JsonObject> Simple(Facts facts)
    {
        var small = Gen.Int[0, 3].Select(number => (JsonNode)number);
        var user = AnyOf(facts.Users).Select(id => (JsonNode)id);
        var annotation = Gen.OneOf(AnyOf([.. facts.Annotations, 0L]).Select(id => (JsonNode)id.ToString(System.Globalization.CultureInfo.InvariantCulture)), Gen.Const((JsonNode)$"{facts.Annotations.FirstOrDefault()}; {facts.Annotations.LastOrDefault()}"));
        var time = AnyOf(facts.Times).Select(at => (JsonNode)at);
        var result = AnyOf<string>([Result(0), Result(1), Result(2), "123", """[{"value":{"choices":["small"]},"to_name":"text","from_name":"label","type":"choices","id":"r"}]"""]).Select(json => (JsonNode)json);
        var score = AnyOf<double>([0.1, 0.2, 0.25, 0.3, 1.5, 2.5]).Select(number => (JsonNode)number);
        Gen<string> Column(string name) => Gen.Const(name);
        List<Gen<JsonObject>> items =
        [
            .. ((string[])["contains", "not_contains"]).SelectMany(operation => (Gen<JsonObject>[])
            [
                Item(DataColumn, "String", operation, AnyOf(Parts).Select(part => (JsonNode)part)),
                Item(DataColumn, "Unknown", operation, AnyOf(Parts).Select(part => (JsonNode)part)),
                Item(Column("annotators"), "List", operation, user),
                Item(Column("updated_by"), "List", operation, user),
                Item(Column("annotations_ids"), "String", operation, annotation),
                Item(Column("annotations_results"), "String", operation, AnyOf<string>(["small", "Größe", "choices", "nothing"]).Select(part => (JsonNode)part)),
                Item(Column("predictions_results"), "String", operation, AnyOf<string>(["small", "Größe"]).Select(part => (JsonNode)part)),
                Item(Column("predictions_model_versions"), "List", operation, AnyOf<string>(["1", "model", "none", "Model"]).List[0, 2].Select(parts => (JsonNode)new JsonArray([.. parts.Select(part => (JsonNode)part)]))),
            ]),
            Item(DataColumn, "String", "regex", AnyOf(Patterns).Select(pattern => (JsonNode)pattern)),
            .. ((string[])["equal", "not_equal"]).SelectMany(operation => (Gen<JsonObject>[])
            [
                Item(DataColumn, "String", operation, AScalar), Item(DataColumn, "Boolean", operation, Switch), Item(Column("updated_by"), "List", operation, user),
                Item(Column("annotations_ids"), "String", operation, annotation), Item(Column("annotations_results"), "String", operation, result), Item(Column("predictions_results"), "String", operation, result),
            ]),
            .. ((string[])["in_list", "not_in_list"]).SelectMany(operation => (Gen<JsonObject>[])
            [
                Item(DataColumn, "String", operation, AScalar.List[0, 3].Select(values => (JsonNode)new JsonArray([.. values.Select(value => value.DeepClone())]))),
                Item(Column("total_annotations"), "Number", operation, small.List[0, 3].Select(values => (JsonNode)new JsonArray([.. values.Select(value => value.DeepClone())]))),
            ]),
            .. Comparisons(DataColumn, "Number", ANumber),
            .. Comparisons(AnyOf<string>(["total_annotations", "cancelled_annotations", "total_predictions", "inner_id", "overlap"]), "Number", small),
            .. Comparisons(AnyOf<string>(["predictions_score", "avg_lead_time"]), "Number", score),
            .. Comparisons(Column("id"), "Number", AnyOf(facts.Ids).Select(id => (JsonNode)id)),
            .. Comparisons(AnyOf<string>(["created_at", "completed_at"]), "Datetime", time),
            .. ((string[])["String", "Unknown", "Number", "Image"]).Select(type => Item(DataColumn, type, "empty", Switch)),
            Item(AnyOf<string>(["annotators", "updated_by", "annotations_ids", "annotations_results", "predictions_results", "predictions_model_versions"]), "List", "empty", Switch),
            Item(AnyOf<string>(["completed_at", "avg_lead_time", "predictions_score", "total_annotations", "cancelled_annotations", "total_predictions", "file_upload", "storage_filename"]), "Number", "empty", Switch),
            Item(AnyOf<string>(["draft_exists", "is_labeled"]), "Boolean", "equal", Switch),
            Item(AnyOf<string>(["file_upload", "storage_filename"]), "String", "not_contains", Gen.Const((JsonNode)"a")),
        ];
        return Gen.OneOf([.. items]);
    }

    /// <summary>Groups of filters, some with another one inside.</summary>
    public static Gen<JsonObject> Filters(Facts facts) => Gen.Select(
        Gen.Select(Simple(facts), Gen.Frequency((3, Gen.Const(0).Select(_ => (JsonObject?)null)), (1, Simple(facts).Select(child => (JsonObject?)child))), (item, child) =>
        {
            var whole = item.DeepClone().AsObject();
            if (child is not null) whole["child_filter"] = child.DeepClone();
            return whole;
        }).List[0, 3], Gen.Bool, (items, any) => new JsonObject { ["conjunction"] = any ? "or" : "and", ["items"] = new JsonArray([.. items.Select(item => item.DeepClone())]) });

    /// <summary>A column to order by, the direction, and whether its values are numbers.</summary>
    public static readonly Gen<(string Column, bool Descending, bool AsNumber)> Order = Gen.Select(
        Gen.OneOf(AnyOf<string>(["id", "inner_id", "total_annotations", "cancelled_annotations", "total_predictions", "created_at", "completed_at", "avg_lead_time", "predictions_score"]), AnyOf<string>(["data.n", "data.s", "data.b", "data.mixed", "data.list", "data.Ключ"])),
        Gen.Bool, Gen.Bool);
}

/// <summary>What filters over a project's tasks can ask for.</summary>
internal sealed record Facts(IReadOnlyList<long> Ids, IReadOnlyList<long> Annotations, IReadOnlyList<long> Users, IReadOnlyList<string> Times);
