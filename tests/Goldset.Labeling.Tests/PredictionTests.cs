using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldset.Labeling.Tests;

public class PredictionTests
{
    private static readonly LabelConfig Config = LabelConfig.Parse(
        """
        <View>
          <Text name="t" value="$text"/><Image name="i" value="$image"/><Video name="v" value="$video"/>
          <Choices name="c" toName="t"><Choice value="pos"/><Choice value="neg"/></Choices>
          <RectangleLabels name="box" toName="i"><Label value="Car"/></RectangleLabels>
          <Rectangle name="rect" toName="i"/><Labels name="l" toName="i"><Label value="Car"/></Labels>
          <Labels name="ner" toName="t"><Label value="PER"/></Labels>
          <BrushLabels name="brush" toName="i"><Label value="Sky"/></BrushLabels>
          <Number name="n" toName="t"/><Rating name="r" toName="t" maxRating="3"/><TextArea name="a" toName="t"/>
          <VideoRectangle name="vb" toName="v"/><Pairwise name="pw" toName="t,i"/>
        </View>
        """);

    public static IEnumerable<TheoryDataRow<string, string>> Recorded => GoldenCases.Read("recorded-predictions.json");

    [Theory, MemberData(nameof(Recorded))]
    public void Results_are_stored_as_recorded(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;
        var config = LabelConfig.Parse((string)expected["config"]!);

        var stored = PredictionResult.Normalize(JsonElement.Parse(expected["result"]!.ToJsonString()), config);

        (stored is null ? null : JsonNode.Parse(stored)).ShouldEqual(expected["stored"]);
    }

    [Theory]
    [InlineData("""{"rectanglelabels":["Car"],"x":1}""", """[{"from_name":"box","to_name":"i","type":"rectanglelabels","value":{"rectanglelabels":["Car"],"x":1}}]""")]
    [InlineData("\"pos\"", """[{"from_name":"c","to_name":"t","type":"choices","value":{"choices":["pos"]}}]""")]
    [InlineData("2", """[{"from_name":"r","to_name":"t","type":"rating","value":{"rating":[2]}}]""")]
    [InlineData("true", """[{"from_name":"r","to_name":"t","type":"rating","value":{"rating":[true]}}]""")]
    [InlineData("""{"selected":"left"}""", null)]
    public void Short_results_are_written_out(string result, string? stored) =>
        PredictionResult.Normalize(JsonElement.Parse(result), Config).ShouldBe(stored);

    [Theory]
    [InlineData("4.5", "Incorrect format <class 'float'> for prediction result 4.5")]
    [InlineData("[1]", "Each item in prediction result should be dict")]
    public void Other_results_are_refused(string result, string message) =>
        Should.Throw<PredictionException>(() => PredictionResult.Normalize(JsonElement.Parse(result), Config)).Message.ShouldBe(message);

    [Theory]
    [InlineData("""{"result":[]}""")]
    [InlineData("""{"score":1,"result":[{"from_name":"c","to_name":"t","type":"choices","value":{"choices":["pos"]}}]}""")]
    [InlineData("""{"result":[{"from_name":"box","to_name":"i","type":"rectanglelabels","value":{"x":-5,"y":90,"width":50,"height":5,"rotation":0,"rectanglelabels":["Car"]}}]}""")]
    [InlineData("""{"result":[{"from_name":"l","to_name":"i","type":"rectanglelabels","value":{"x":1,"y":1,"width":5,"height":5,"rectanglelabels":["Car"]}}]}""")]
    [InlineData("""{"result":[{"id":"x","from_name":"rect","to_name":"i","type":"rectangle","value":{"x":1,"y":1,"width":5,"height":5}},{"id":"x","from_name":"l","to_name":"i","type":"labels","value":{"x":1,"y":1,"width":5,"height":5,"labels":["Car"]}}]}""")]
    [InlineData("""{"result":[{"from_name":"ner","to_name":"t","type":"labels","value":{"start":0,"end":4,"text":"Ada","labels":["PER"]}}]}""")]
    [InlineData("""{"result":[{"from_name":"brush","to_name":"i","type":"brushlabels","value":{"format":"rle","rle":[0,255],"brushlabels":["Sky"]}}]}""")]
    [InlineData("""{"result":[{"from_name":"a","to_name":"t","type":"textarea","value":{"text":["x"]}},{"from_name":"n","to_name":"t","type":"number","value":{"number":2.5}}]}""")]
    [InlineData("""{"result":[{"from_name":"vb","to_name":"v","type":"videorectangle","value":{"framesCount":9,"duration":1.5,"sequence":[{"frame":1,"time":0,"x":1,"y":1,"width":2,"height":2,"enabled":true}],"labels":["Man"]}}]}""")]
    [InlineData("""{"result":[{"from_name":"pw","to_name":"pw","type":"pairwise","value":{"selected":"left"}}]}""")]
    [InlineData("""{"result":[{"id":"a","from_name":"ner","to_name":"t","type":"labels","value":{"start":0,"end":4,"labels":["PER"]}},{"id":"b","from_name":"ner","to_name":"t","type":"labels","value":{"start":5,"end":6,"labels":["PER"]}},{"type":"relation","from_id":"a","to_id":"b","direction":"right","labels":["owns"]}]}""")]
    public void Sound_predictions_pass(string prediction) => new PredictionValidator(Config).Validate(JsonElement.Parse(prediction)).All.ShouldBeEmpty();

    [Theory]
    [InlineData("5", "Missing required field 'result'")]
    [InlineData("""{"score":1}""", "Missing required field 'result'")]
    [InlineData("""{"result":"pos"}""", "'result' must be a list")]
    [InlineData("""{"result":[],"score":7}""", "Score must be between 0.00 and 1.00 inclusive, got 7")]
    [InlineData("""{"result":[],"score":"high"}""", "Score must be a valid number, got high")]
    [InlineData("""{"result":["x"]}""", "Region must be a dictionary. Got <class 'str'>: x")]
    [InlineData("""{"result":[{"from_name":"c","to_name":"t","type":"choices"}]}""", "Region 0: Missing required field 'value'")]
    [InlineData("""{"result":[{"from_name":"q","to_name":"t","type":"choices","value":{}}]}""", "Region 0: 'from_name' 'q' not found in configuration")]
    [InlineData("""{"result":[{"from_name":"c","to_name":"q","type":"choices","value":{}}]}""", "Region 0: 'to_name' 'q' not found in configuration")]
    [InlineData("""{"result":[{"from_name":"c","to_name":"i","type":"choices","value":{}}]}""", "Region 0: 'to_name' 'i' is not valid for control 'c'. Valid options: ['t']")]
    [InlineData("""{"result":[{"from_name":"c","to_name":"t","type":"brush","value":{}}]}""", "Region 0: Type 'brush' does not match expected type 'choices' for control 'c'")]
    [InlineData("""{"result":[{"from_name":"c","to_name":"t","type":"choices","value":{"choices":["zzz"]}}]}""",
        "Region 0: Invalid value for control 'c'. Got: {'choices': ['zzz']}. Valid options: ['pos', 'neg']")]
    [InlineData("""{"result":[{"from_name":"n","to_name":"t","type":"number","value":{"number":"5"}}]}""",
        "Region 0: Invalid value for control 'n'. Got: {'number': '5'}. Valid options: expected structure: NumberValue")]
    [InlineData("""{"result":[{"from_name":"r","to_name":"t","type":"rating","value":{"rating":4}}]}""",
        "Region 0: Invalid value for control 'r'. Got: {'rating': 4}. Valid options: expected structure: RatingValue")]
    [InlineData("""{"result":[{"from_name":"box","to_name":"i","type":"rectanglelabels","value":{"x":101,"y":1,"width":1,"height":1,"rectanglelabels":["Car"]}}]}""",
        "Region 0: Invalid geometry for control 'box': x 101 out of bounds [0, 100]")]
    [InlineData("""{"result":[{"from_name":"rect","to_name":"i","type":"rectangle","value":{"x":120,"y":1,"width":-5,"height":1}}]}""",
        "Region 0: Invalid geometry for control 'rect': x 120, width -5 out of bounds [0, 100]")]
    [InlineData("""{"result":[{"from_name":"rect","to_name":"i","type":"rectangle","value":{"x":1,"y":1,"width":5,"height":1,"rotation":400}}]}""",
        "Region 0: Invalid value for control 'rect'. Got: {'x': 1, 'y': 1, 'width': 5, 'height': 1, 'rotation': 400}. Valid options: expected structure: RectangleValue")]
    public void Faults_have_their_texts(string prediction, string message)
    {
        var errors = new PredictionValidator(Config).Validate(JsonElement.Parse(prediction));

        errors.Messages.ShouldBe([message]);
        errors.RelationMessages.ShouldBeEmpty();
    }

    [Fact]
    public void Relations_are_reported_apart()
    {
        var errors = new PredictionValidator(Config).Validate(JsonElement.Parse(
            """{"result":[{"id":"a","from_name":"q","to_name":"t","type":"labels","value":{}},{"type":"relation","from_id":"a","to_id":"z"}]}"""));

        errors.RelationMessages.ShouldBe(
        [
            "Relation 1: Missing required field 'direction'",
            "Relation 1: Direction must be one of ('left', 'right', 'bi'), got 'None'",
            "Relation 1: 'to_id' 'z' not found in regions",
        ]);
        errors.ToString().ShouldBe(
            "[\"Region 0: 'from_name' 'q' not found in configuration\", [\"Relation 1: Missing required field 'direction'\", "
            + "\"Relation 1: Direction must be one of ('left', 'right', 'bi'), got 'None'\", \"Relation 1: 'to_id' 'z' not found in regions\"]]");
        PredictionErrors.Join(["a", "b"]).ShouldBe("Prediction validation failed (2 errors):\n- a\n- b\n");
    }

    [Fact]
    public void Fields_become_predictions()
    {
        var item = JsonElement.Parse("""{"data":{"text":"x","c":"pos","r":3,"a":"note","other":["p","q"],"n":null,"box":{"x":1}},"meta":{}}""");

        var rewritten = JsonNode.Parse(PreannotatedFields.Rewrite(item, ["c", "r", "a", "other", "n", "box"], Config, 0, required: false))!;

        rewritten.AsObject().Select(member => member.Key).ShouldBe(["data", "predictions"]);
        rewritten["predictions"]!.AsArray().Select(prediction => prediction!["result"]![0]!["value"]!.ToJsonString())
            .ShouldBe(["""{"choices":["pos"]}""", """{"rating":3}""", """{"text":["note"]}""", """{"choices":["p","q"]}""", """{"x":1}"""]);
        rewritten["predictions"]![3].ShouldEqual(JsonNode.Parse(
            """{"result":[{"from_name":"other","to_name":"text","type":"choices","value":{"choices":["p","q"]}}],"score":1.0,"model_version":"preannotated"}"""));
        Should.Throw<PredictionException>(() => PreannotatedFields.Rewrite(item, ["gone"], Config, 4, required: true))
            .Message.ShouldBe("Task 4: Preannotated field 'gone' not found in task data");
    }
}
