using System.Text;
using CsCheck;
using Goldset.Formats.Reading;
using Goldset.Labeling;

namespace Goldset.Formats.Tests.Reading;

/// <summary>How datasets of other tools are read, and what is said of those that cannot be.</summary>
public sealed class DatasetTests
{
    private const string Bicycle = """{"images":[{"id":1,"file_name":"a.jpg","width":100,"height":50}],"categories":[{"id":1,"name":"bicycle"}],"annotations":[""";

    [Fact]
    public async Task An_outlined_object_is_a_polygon_and_no_box()
    {
        var read = await CocoAsync("""{"id":5,"image_id":1,"category_id":1,"bbox":[10,10,20,20],"segmentation":[[10,10,30,10,30,30]],"score":0.5}""");

        var region = read.Results().Single().EnumerateArray().Single();
        region.GetProperty("from_name").GetString().ShouldBe("labelpolygons");
        region.GetProperty("value").GetProperty("points")[2].ToString().ShouldBe("[30,60]");
        region.GetProperty("score").GetDouble().ShouldBe(0.5);
        read.Tasks[0].GetProperty("data").GetProperty("image").GetString().ShouldBe("/data/local-files/?d=a.jpg");
    }

    [Theory]
    [InlineData("""{"size":[2,3],"counts":[1,2,3]}""")]
    [InlineData("""{"size":[2,3],"counts":"123"}""")]
    public async Task A_mask_becomes_a_painted_region_that_exports_to_the_same_pixels(string mask)
    {
        var read = await ReadDataset.FileAsync("COCO", "c.json", Encoding.UTF8.GetBytes(
            $$"""{"images":[{"id":1,"file_name":"a.jpg","width":3,"height":2}],"categories":[{"id":1,"name":"sky"}],"annotations":[{"id":1,"image_id":1,"category_id":1,"iscrowd":1,"bbox":[0,0,2,2],"segmentation":{{mask}}}]}"""), new());

        read.Report.Problems.ShouldBeEmpty();
        var region = read.Results().Single()[0];
        var task = $$"""{"id":1,"data":{"image":"a.jpg"},"annotations":[{"id":1,"created_at":"","result":[{{region}}]}]}""";
        var exported = await Exported.WriteAsync("BRUSH_TO_NUMPY", LabelConfig.Parse(read.Config), new InMemoryTasks(task));
        // Down the columns: one off, two on, three off.
        exported.Bytes[^6..].ShouldBe([0, 255, 0, 255, 0, 0]);
    }

    [Fact]
    public async Task Keypoints_carry_the_names_of_the_skeleton_and_belong_to_the_box()
    {
        var read = await ReadDataset.FileAsync(null, "person_keypoints.json", """
            {"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[0,0,50,50],"keypoints":[10,10,2,0,0,0,20,40,1]}],
             "images":[{"id":1,"file_name":"https://example.com/a.jpg","width":100,"height":100}],
             "categories":[{"id":1,"name":"person","keypoints":["nose","left ear","right ear"]}]}
            """u8.ToArray(), new());

        var regions = read.Results().Single().EnumerateArray().ToList();
        regions.Select(region => region.GetProperty("type").GetString()).ShouldBe(["rectanglelabels", "keypointlabels", "keypointlabels"]);
        regions.Skip(1).Select(region => region.GetProperty("value").GetProperty("keypointlabels")[0].GetString()).ShouldBe(["nose", "right ear"]);
        regions.Skip(1).ShouldAllBe(region => region.GetProperty("parentID").GetString() == regions[0].GetProperty("id").GetString());
        LabelConfig.Parse(read.Config).Controls.Single(control => control.Type == "KeyPointLabels").Labels.Select(label => label.Element.Attribute("model_index")).ShouldBe(["0", "2"]);
        read.Tasks[0].GetProperty("data").GetProperty("image").GetString().ShouldBe("https://example.com/a.jpg");
    }

    [Fact]
    public async Task Keypoints_come_back_from_COCO_to_the_pixel()
    {
        var config = LabelConfig.Parse(RandomAnnotations.Skeletons);
        var exported = await Exported.WriteAsync("COCO", config, new InMemoryTasks("""
            {"id":1,"data":{"picture":"http://example.com/a.jpg"},"annotations":[{"id":1,"created_at":"","result":[
              {"id":"a","from_name":"point","to_name":"photo","type":"keypointlabels","original_width":200,"original_height":100,"value":{"x":10.2,"y":50,"width":1,"keypointlabels":["tail"]}},
              {"id":"b","from_name":"point","to_name":"photo","type":"keypointlabels","original_width":200,"original_height":100,"value":{"x":20,"y":30,"width":1,"keypointlabels":["nose"]}}]}]}
            """));

        var read = await ReadDataset.FileAsync(null, "x.zip", exported.Bytes, new DatasetOptions { Config = config });

        read.Missing.ShouldBeEmpty();
        read.Results().Single().EnumerateArray().Select(region => region.GetProperty("value").ToString()).ShouldBe(
            ["""{"x":20,"y":30,"width":1,"keypointlabels":["nose"]}""", """{"x":10,"y":50,"width":1,"keypointlabels":["tail"]}"""]);
    }

    [Fact]
    public async Task A_Roboflow_archive_is_read_with_its_images()
    {
        var coco = Bicycle + """{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4]}]}""";

        var read = await ReadDataset.ArchiveAsync(null, new(), ("README.dataset.txt", "x"), ("train/_annotations.coco.json", coco), ("train/a.jpg", ""), ("valid/_annotations.coco.json", coco), ("valid/a.jpg", ""));

        read.Media.ShouldBe(["train/a.jpg", "valid/a.jpg"]);
        read.Tasks[0].GetProperty("data").GetProperty("image").GetString().ShouldBe(ReadDataset.Kept + "a.jpg");
    }

    [Fact]
    public async Task YOLO_takes_its_classes_from_YAML_and_points_from_the_shape_it_gives()
    {
        const string Yaml = """
            path: ../set # dataset root
            train: [images/train]
            nc: 2
            kpt_shape: [2, 2]
            nested: {names: [no, {a: [b]}], deep: [[1], [2]]}
            names:
              0: "cat: big"
              3: dog
            """;

        var read = await ReadDataset.ArchiveAsync(
            null, new(), ("set/data.yaml", Yaml), ("set/images/train/a.png", ""), ("set/labels/train/a.txt", "3 0.5 0.5 0.2 0.4 0.1 0.2 0 0\n0 0.5 0.5 1 1 0 0 0.25 0.75\n"));

        read.Report.Problems.ShouldBeEmpty();
        read.Results().Single().EnumerateArray().Select(region => region.GetProperty("value").ToString()).ShouldBe(
        [
            """{"x":40,"y":30,"width":20,"height":40,"rotation":0,"rectanglelabels":["dog"]}""",
            """{"x":10,"y":20,"width":1,"keypointlabels":["keypoint 0"]}""",
            """{"x":0,"y":0,"width":100,"height":100,"rotation":0,"rectanglelabels":["cat: big"]}""",
            """{"x":25,"y":75,"width":1,"keypointlabels":["keypoint 1"]}""",
        ]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_with_its_file_and_line()
    {
        var yolo = await ReadDataset.ArchiveAsync("YOLO", new(), ("classes.txt", "a\n"), ("images/x.png", ""), ("labels/x.txt", "0 .5 .5 .1 .1\n7 .5 .5 .1 .1\n\n0 .5 x .1 .1\n0 1 2"), ("labels/lost.txt", "0 .5 .5 .1 .1"));
        yolo.Report.Problems.Select(problem => problem.ToString()).ShouldBe(
        [
            "labels/x.txt, line 2: there is no class 7",
            "labels/x.txt, line 4: \"x\" is no number",
            "labels/x.txt, line 5: there are 2 numbers behind the class, which is neither a box nor a polygon",
            "labels/lost.txt: the image of these labels is not in the dataset",
        ]);
        yolo.Report.Regions.ShouldBe(1);

        var voc = await ReadDataset.ArchiveAsync(null, new(), ("a.xml", "<annotation><size><width>9</width><height>9</height></size>\n<object><name>a</name></object></annotation>"), ("b.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><annotation>&b;</annotation>"));
        voc.Report.Problems.Select(problem => problem.ToString()).ShouldBe(
            ["a.xml, line 2: the object has no bndbox with xmin, ymin, xmax and ymax", "b.xml: the text is not valid XML without a document type"]);

        var coco = await CocoAsync("""{"id":1,"image_id":1,"category_id":9,"bbox":[1,2,3,4]},{"id":2,"image_id":8,"category_id":1,"bbox":[1,2,3,4]},{"id":3,"image_id":1,"category_id":1,"segmentation":[[1,2,3]]}""");
        coco.Report.Problems.Select(problem => problem.Reason).ShouldBe(
            ["annotations are about the image 8, which is not there", "annotation 1: there is no category 9", "annotation 3: its segmentation is no list of points"]);

        var lines = await ReadDataset.FileAsync(null, "a.jsonl", "{\"text\":\"a\"}\n\n{\"text\":\n[1]"u8.ToArray(), new());
        lines.Report.Problems.Select(problem => problem.ToString()).ShouldBe(["a.jsonl, line 3: the line is not valid JSON, from character 9 on", "a.jsonl, line 4: the line is no JSON object"]);

        (await Should.ThrowAsync<DatasetException>(() => ReadDataset.FileAsync("COCO", "c.json", "{\"images\":[\n{\"id\":]}"u8.ToArray(), new()))).Message.ShouldBe("c.json, line 2: the text is not valid JSON");
    }

    [Fact]
    public async Task Archives_that_are_traps_are_refused()
    {
        (await Should.ThrowAsync<DatasetException>(() => ReadDataset.ArchiveAsync("YOLO", new(), ("../../etc/classes.txt", "a")))).Message.ShouldContain("outside of itself");

        var bomb = ReadDataset.Archive(("classes.txt", new byte[65 * 1024 * 1024]));
        (await Should.ThrowAsync<DatasetException>(() => ReadDataset.FileAsync("YOLO", "x.zip", bomb, new()))).Message.ShouldContain("unpacks to more than");
    }

    [Fact]
    public async Task Whatever_the_bytes_are_the_answer_is_a_dataset_or_a_reason()
    {
        (string Format, string Name, string Text)[] seeds =
        [
            ("COCO", "c.json", Bicycle + """{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"segmentation":{"size":[50,100],"counts":"abc"},"keypoints":[1,2,3]}]}"""),
            ("VOC", "a.xml", "<annotation><filename>a</filename><size><width>9</width><height>9</height></size><object><name>a</name><bndbox><xmin>1</xmin></bndbox></object></annotation>"),
            ("CONLL2003", "a.conll", "-DOCSTART- -X- O\nEU NNP B-ORG\nrejects VBZ O\n\nx -X- _ I-a b\n"),
            ("JSONL", "a.jsonl", """{"data":{"image":"a.jpg"},"annotations":[{"result":[{"from_name":"a","to_name":"b","type":"choices","value":{"choices":["x"]}}]}]}"""),
            ("PARQUET", "a.parquet", "PAR1\u0015\u0000PAR1"),
            ("YOLO", "classes.txt", "a\nb\n"),
        ];
        await Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Select(Gen.Int[0, 400], Gen.Byte).Array[0, 4]).SampleAsync(async (seed, changes) =>
        {
            var (format, name, text) = seeds[seed];
            var bytes = Encoding.UTF8.GetBytes(text);
            foreach (var (at, value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            try
            {
                await ReadDataset.FileAsync(format, name, bytes, new());
            }
            catch (DatasetException refused)
            {
                refused.Message.ShouldNotBeEmpty();
            }
        }, iter: 2000);
    }

    [Fact]
    public async Task A_project_s_own_controls_take_the_labels_and_what_they_lack_is_named_or_added()
    {
        var config = LabelConfig.Parse("""<View><Image name="pic" value="$url"/><RectangleLabels name="car" toName="pic"><Label value="car"/></RectangleLabels></View>""");

        var read = await ReadDataset.ArchiveAsync("YOLO", new DatasetOptions { Config = config, RootUrl = "https://cdn.example.com/s" },
            ("classes.txt", "car\nbus & co\nunused"), ("images/a b.png", ""), ("labels/a b.txt", "0 .5 .5 .1 .1\n1 .5 .5 .1 .1\n0 .1 .1 .2 .2 .3 .1"));

        read.Missing.Select(missing => missing.ToString()).ShouldBe(["RectangleLabels \"car\" lacks the labels \"bus & co\"", "no PolygonLabels for Image with the labels \"car\""]);
        read.Tasks[0].GetProperty("data").ToString().ShouldBe("""{"url":"https://cdn.example.com/s/a%20b.png"}""");
        read.Results().Single()[0].GetProperty("from_name").GetString().ShouldBe("car");
        read.Results().Single()[0].GetProperty("to_name").GetString().ShouldBe("pic");
    }

    [Fact]
    public async Task A_configuration_is_extended_by_what_it_lacks_and_nothing_else_of_it_changes()
    {
        var config = LabelConfig.Parse("<View>\n  <!-- mine -->\n  <Image name=\"pic\" value=\"$url\"/>\n  <Rectangle name=\"r\" toName=\"pic\"/>\n  <Labels name=\"l\" toName=\"pic\"><Label value=\"car\"/></Labels>\n</View>");
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, ReadDataset.Archive(("classes.txt", "car\nbus"u8.ToArray()), ("images/a.png", []), ("labels/a.txt", "1 .5 .5 .1 .1\n0 .1 .1 .2 .2 .3 .1"u8.ToArray())));
        using var files = DatasetFiles.Open([("a.zip", path)], 1000);
        await using var dataset = await Dataset.OpenAsync(DatasetFormats.Recognize(files)!, files, new DatasetOptions { Config = config }, CancellationToken.None);

        var extended = LabelConfigValidator.Validate(DatasetBinding.Of(dataset.Config, config).Extended());

        extended.Xml.ShouldStartWith("<View>\n  <!-- mine -->\n  <Image name=\"pic\" value=\"$url\"");
        extended.FindControl("l")!.Labels.Select(label => label.Key).ShouldBe(["car", "bus"]);
        extended.FindControl("labelpolygons")!.ToNames.ShouldBe(["pic"]);
        DatasetBinding.Of(dataset.Config, extended).Missing.ShouldBeEmpty();
        File.Delete(path);
    }

    [Fact]
    public async Task Tags_of_all_schemes_make_spans()
    {
        var read = await ReadDataset.FileAsync(null, "x.conll", """
            -DOCSTART- -X- -X- O

            EU NNP B-NP B-ORG
            😀 NN I-NP I-ORG
            rejects VBZ B-VP O
            Peter NNP I-NP I-PER
            Blackburn NNP I-NP I-PER

            a S-X
            b B-X
            c E-X
            d I-X
            """u8.ToArray(), new());

        read.Tasks.Select(task => task.GetProperty("data").GetProperty("text").GetString()).ShouldBe(["EU 😀 rejects Peter Blackburn", "a b c d"]);
        read.Results().Select(result => string.Join(' ', result.EnumerateArray().Select(region => region.GetProperty("value")).Select(value => $"{value.GetProperty("start")}-{value.GetProperty("end")}:{value.GetProperty("text")}")))
            .ShouldBe(["0-4:EU 😀 13-28:Peter Blackburn", "0-1:a 2-5:b c 6-7:d"]);
    }

    private static Task<ReadDataset> CocoAsync(string annotations) => ReadDataset.FileAsync("COCO", "c.json", Encoding.UTF8.GetBytes($"{Bicycle}{annotations}]}}"), new());
}
