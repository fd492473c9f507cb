using System.Text;
using System.Text.Json;
using CsCheck;

namespace Goldset.Labeling.Tests;

/// <summary>What holds for every config and every JSON, however strange.</summary>
public class PropertyTests
{
    private const int Iterations = 3000;

    private static readonly LabelConfig Known = LabelConfig.Parse("""
        <View>
          <Text name="a" value="$a"/><Labels name="b" toName="a"><Label value="x"/></Labels><Choices name="c" toName="a" choice="multiple"><Choice value="y"/></Choices>
          <Image name="i" value="$image"/><RectangleLabels name="r" toName="i"><Label value="z"/></RectangleLabels><BrushLabels name="m" toName="i"><Label value="z"/></BrushLabels>
          <TextArea name="t" toName="a"/><Rating name="s" toName="a"/><Taxonomy name="x" toName="a"><Choice value="p"/></Taxonomy><Number name="n" toName="a"/>
        </View>
        """);

    [Fact]
    public void A_printed_config_is_read_as_it_was() =>
        RandomConfigs.Element.Sample(element =>
        {
            if (Model(element.ToString()) is { } config) Same(config.Root, element);
        }, iter: Iterations);

    [Fact]
    public void What_is_derived_from_a_config_is_json_or_a_clean_refusal() =>
        RandomConfigs.Config.Sample(element =>
        {
            if (Model(element.ToString()) is not { } config) return;
            IsJson(config.ParsedConfigJson);
            IsJson(config.ControlWeightsJson());
            IsJson(config.ControlWeightsJson(config.ControlWeightsJson()));
            Refusable(() => IsJson(SampleTask.Create(config, new SampleOptions())));
            Refusable(() => IsJson(SampleTask.CreateAnnotated(config, new SampleOptions())));
            Refusable(() => LabelConfigValidator.Validate(config.Xml));
            LabelConfigValidator.EssentialDataChanged(config, config).ShouldBeFalse();
        }, iter: Iterations);

    [Fact]
    public void Predictions_are_checked_whatever_they_are() =>
        Gen.OneOf(RandomJson.Value, RandomJson.Result.Select(result => $$"""{"result":{{result}},"score":0.5}""")).Sample(json =>
        {
            using var document = JsonDocument.Parse(json);
            new PredictionValidator(Known).Validate(document.RootElement).All.ShouldAllBe(message => message.Length > 0);
        }, iter: Iterations);

    [Fact]
    public void Results_are_counted_and_normalized_whatever_they_are() =>
        Gen.OneOf(RandomJson.Value, RandomJson.Result).Sample(json =>
        {
            using var document = JsonDocument.Parse(json);
            ResultSummary.Of(document.RootElement).RegionCount.ShouldBeGreaterThanOrEqualTo(0);
            try
            {
                if (document.RootElement.ValueKind != JsonValueKind.Null && PredictionResult.Normalize(document.RootElement, Known) is { } normalized) IsJson(normalized);
            }
            catch (PredictionException refusal)
            {
                refusal.Message.ShouldNotBeEmpty();
            }
        }, iter: Iterations);

    [Fact]
    public void Tasks_are_refused_with_a_reason_or_taken()
    {
        var validator = new TaskDataValidator(Known);
        RandomJson.Value.Sample(json =>
        {
            using var document = JsonDocument.Parse(json);
            validator.TryValidate(Encoding.UTF8.GetBytes(json), out _).ShouldBe(validator.Explain(document.RootElement) is null);
        }, iter: Iterations);
    }

    [Fact]
    public void Fields_become_predictions_whatever_they_hold() =>
        RandomJson.Value.Sample(json =>
        {
            using var document = JsonDocument.Parse(json);
            IsJson(PreannotatedFields.Rewrite(document.RootElement, ["a", "b", "c", "t", "s", "x", "n", "text"], Known, 0, required: false));
        }, iter: Iterations);

    private static LabelConfig? Model(string xml)
    {
        try
        {
            return LabelConfig.Parse(xml);
        }
        catch (LabelConfigException refusal)
        {
            refusal.Message.ShouldNotBeEmpty();
            return null;
        }
    }

    private static void Refusable(Action action)
    {
        try
        {
            action();
        }
        catch (LabelConfigException refusal)
        {
            refusal.Message.ShouldNotBeEmpty();
        }
    }

    private static void Same(ConfigElement read, RandomElement printed)
    {
        read.Tag.ShouldBe(printed.Tag);
        read.Attributes.ShouldBe(printed.Attributes);
        read.Text.ShouldBe(printed.Text);
        read.Children.Count.ShouldBe(printed.Children.Count);
        foreach (var (one, other) in read.Children.Zip(printed.Children)) Same(one, other);
    }

    private static void IsJson(string text) => JsonDocument.Parse(text).Dispose();
}
