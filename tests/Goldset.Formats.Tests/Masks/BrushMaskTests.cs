using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsCheck;
using Goldset.Labeling;
using StbImageSharp;

namespace Goldset.Formats.Tests.Masks;

/// <summary>What was painted comes out as it was painted.</summary>
public sealed class BrushMaskTests
{
    private static readonly LabelConfig Config = LabelConfig.Parse(RandomShapes.Config);

    [Fact]
    public async Task Any_mask_comes_out_pixel_by_pixel() =>
        await Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9]).SelectMany((width, height) => Gen.OneOf(Gen.Byte, Gen.Const((byte)0)).Array[width * height].Select(opacity => (width, height, opacity)))
            .SampleAsync(
                async mask =>
                {
                    var array = await ExportAsync("BRUSH_TO_NUMPY", mask.width, mask.height, mask.opacity);
                    var picture = await ExportAsync("BRUSH_TO_PNG", mask.width, mask.height, mask.opacity);

                    array.Type.ShouldBe(ExportFileType.Npy);
                    Encoding.Latin1.GetString(array.Bytes).ShouldContain($"'shape': ({mask.height}, {mask.width}), }}");
                    array.Bytes[^mask.opacity.Length..].ShouldBe(mask.opacity);
                    (array.Bytes.Length - mask.opacity.Length).ShouldBe(128);
                    var image = ImageResult.FromMemory(picture.Bytes);
                    (image.Width, image.Height, image.SourceComp).ShouldBe((mask.width, mask.height, ColorComponents.Grey));
                    image.Data.ShouldBe(mask.opacity);
                },
                iter: 200);

    [Fact]
    public async Task Several_masks_are_an_archive_and_broken_ones_are_reported()
    {
        byte[] mask = [1, 2, 3, 4];
        var tasks = new InMemoryTasks(TaskOf(2, 2, mask), TaskOf(2, 2, mask), TaskOf(3, 2, mask));

        var exported = await Exported.WriteAsync("BRUSH_TO_PNG", Config, tasks);

        exported.Type.ShouldBe(ExportFileType.Zip);
        exported.Files.Count.ShouldBe(2);
        exported.Receipt.LeftOut.ShouldBe(new Dictionary<LeftOutReason, long> { [LeftOutReason.BrokenMask] = 1 });
    }

    [Fact]
    public async Task Outlines_follow_pieces_and_skip_what_is_in_holes()
    {
        // A ring of 5 × 5 with a dot in it, and a square that touches it at a corner.
        string[] picture =
        [
            "#####..",
            "#...#..",
            "#.#.#..",
            "#...#..",
            "#####..",
            ".....##",
            ".....##",
        ];
        var opacity = picture.SelectMany(row => row.Select(c => (byte)(c == '#' ? 255 : 0))).ToArray();

        var exported = await ExportAsync("BRUSH_TO_COCO", 7, 7, opacity);

        using var document = JsonDocument.Parse(exported.Files["result_coco.json"]);
        var annotation = document.RootElement.GetProperty("annotations").EnumerateArray().ShouldHaveSingleItem();
        annotation.GetProperty("bbox").EnumerateArray().Select(side => side.GetInt32()).ShouldBe([0, 0, 7, 7]);
        annotation.GetProperty("segmentation")[0].EnumerateArray().Select(number => number.GetInt32()).Chunk(2).Select(point => (point[0], point[1]))
            .ShouldBe([(0, 0), (0, 4), (4, 4), (5, 5), (5, 6), (6, 6), (6, 5), (5, 5), (4, 4), (4, 0)], ignoreOrder: true);
    }

    private static Task<Exported> ExportAsync(string format, int width, int height, byte[] opacity) =>
        Exported.WriteAsync(format, Config, new InMemoryTasks(TaskOf(width, height, opacity)));

    private static string TaskOf(int width, int height, byte[] opacity) => $$"""
        {"id":1,"data":{"image":"a.png"},"annotations":[{"id":{{height}},"result":[{"from_name":"brush","original_width":{{width}},"original_height":{{height}},
        "value":{"brushlabels":["c"],"rle":[{{string.Join(',', RunLength.Encode(opacity))}}]} }]}]}
        """;
}
