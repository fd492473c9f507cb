using System.Text;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Tests;

/// <summary>Filling the frames between key frames in.</summary>
public sealed class KeyFrameInterpolationTests
{
    private static readonly LabelConfig Config = LabelConfig.Parse(RandomTasks.Config);

    [Fact]
    public async Task Frames_between_key_frames_move_along_and_the_rest_stays_byte_for_byte()
    {
        const string Task = """
            {"id": 1.50, "annotations": [{"result": [{"value": {"sequence": [{"frame": 4, "x": 30, "rotation": 0, "time": 2.675, "enabled": false},
            {"frame": 2, "x": 10, "rotation": 0, "time": 1, "enabled": true, "who": "\u0041"}]}, "type": "VideoRectangle"}, {"type" : "choices"}], "id": 1E0}]}
            """;

        (await InterpolateAsync(Task)).ShouldBe(
            """{"id":1.50,"annotations":[{"result":[{"value":{"sequence":[{"frame": 2, "x": 10, "rotation": 0, "time": 1, "enabled": true, "who": "\u0041"},"""
            + """{"frame":3,"x":20.0,"rotation":0,"time":1.84,"enabled":true,"who":"\u0041","auto":true},"""
            + """{"frame": 4, "x": 30, "rotation": 0, "time": 2.675, "enabled": false}]},"type":"VideoRectangle"},{"type" : "choices"}],"id":1E0}]}""");
    }

    [Theory]
    [InlineData("2.675", "2.67")]
    [InlineData("0.125", "0.12")]
    [InlineData("0.375", "0.38")]
    [InlineData("1.005", "1.0")]
    [InlineData("12.3456", "12.35")]
    public async Task Times_are_rounded_to_the_hundredth_by_their_exact_value(string duration, string time)
    {
        var text = await InterpolateAsync($$"""
            {"annotations":[{"result":[{"type":"videorectangle","value":{"framesCount":2,"duration":{{duration}},"sequence":[{"frame":1,"time":0,"enabled":true}]} }]}]}
            """);

        text.ShouldContain($$"""{"frame":2,"time":{{time}},"enabled":true,"auto":true}""");
    }

    [Theory]
    [InlineData("""{"sequence":[]}""", null)]
    [InlineData("""{"sequence":[{"frame":1,"enabled":true}],"framesCount":600000}""", 1)]
    [InlineData("""{"sequence":[{"frame":1,"enabled":true}],"framesCount":1e300}""", 1)]
    [InlineData("""{"sequence":[{"frame":1.5,"enabled":true}],"framesCount":5}""", 1)]
    [InlineData("""{"sequence":[{"frame":"1","enabled":true},7],"framesCount":5}""", 2)]
    [InlineData("""{"sequence":[{"frame":1,"enabled":true},{"frame":4,"enabled":false}],"framesCount":9}""", 4)]
    public async Task Tracks_that_cannot_be_filled_keep_their_key_frames(string value, int? frames)
    {
        var text = await InterpolateAsync($$"""{"annotations":[{"result":[{"type":"videorectangle","value":{{value}} }]}]}""");

        using var task = JsonDocument.Parse(text);
        var result = task.RootElement.GetProperty("annotations")[0].GetProperty("result");
        if (frames is null)
        {
            result.GetArrayLength().ShouldBe(0);
        }
        else
        {
            result[0].GetProperty("value").GetProperty("sequence").GetArrayLength().ShouldBe(frames.Value);
        }
    }

    [Fact]
    public void Without_tracked_boxes_the_source_is_left_alone()
    {
        var source = new InMemoryTasks();

        KeyFrameInterpolation.Of(source, LabelConfig.Parse("<View/>")).ShouldBeSameAs(source);
    }

    private static async Task<string> InterpolateAsync(string task)
    {
        await foreach (var changed in KeyFrameInterpolation.Of(new InMemoryTasks(task), Config).ReadAsync(CancellationToken.None))
        {
            return Encoding.UTF8.GetString(changed.Span);
        }

        throw new InvalidOperationException("No task came.");
    }
}
