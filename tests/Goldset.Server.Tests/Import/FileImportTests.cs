using System.Text.Json.Nodes;
using CsCheck;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Parquet.Schema;
using Parquet.Serialization;

namespace Goldset.Server.Tests.Import;

public sealed class FileImportTests(TestServers servers)
{
    [Theory]
    [EachEngine("a,b\n1,x\n2,y\n", """{"a":1,"b":"x"}""", """{"a":2,"b":"y"}""")]
    [EachEngine("a;b\n1;x,y\n", """{"a":1,"b":"x,y"}""")]
    [EachEngine("a,b\n1,\n2.5,x\n", """{"a":1.0,"b":""}""", """{"a":2.5,"b":"x"}""")]
    [EachEngine("a,b\n1,z\n,z\n", """{"a":1.0,"b":"z"}""", """{"a":"","b":"z"}""")]
    [EachEngine("a\n007\n-3\n", """{"a":7}""", """{"a":-3}""")]
    [EachEngine("a\n007\nx\n", """{"a":"007"}""", """{"a":"x"}""")]
    [EachEngine("a\nTrue\nfalse\n", """{"a":true}""", """{"a":false}""")]
    [EachEngine("a,b\ntrue,1\nNA,1\n", """{"a":true,"b":1}""", """{"a":"","b":1}""")]
    [EachEngine("a\n9223372036854775808\n1\n", """{"a":9223372036854775808}""", """{"a":1}""")]
    [EachEngine("a\n99999999999999999999\n1\n", """{"a":"99999999999999999999"}""", """{"a":"1"}""")]
    [EachEngine("a\n1e3\n.5\n", """{"a":1000.0}""", """{"a":0.5}""")]
    [EachEngine("a\ninf\n1\n", """{"a":"inf"}""", """{"a":"1"}""")]
    [EachEngine("a,a,,a\n1,2,3,4\n", """{"a":1,"a.1":2,"Unnamed: 2":3,"a.2":4}""")]
    [EachEngine("a, b\nx, y \n", """{"a":"x"," b":" y "}""")]
    [EachEngine("\uFEFFa,b\r\n\r\n\"x \"\"q\"\"\r\nz\",1\r\n", """{"a":"x \"q\"\r\nz","b":1}""")]
    [EachEngine("a,b\nx,1,2\ny,3\n", """{"a":1,"b":2.0}""", """{"a":3,"b":""}""")]
    [EachEngine("a\nn/a\nNone\n", """{"a":""}""", """{"a":""}""")]
    [EachEngine("a,b\nx\n", """{"a":"x","b":""}""")]
    [EachEngine("data,annotations\nd,[1]\n", """{"data":"d","annotations":"[1]"}""")]
    public async Task A_table_is_a_task_per_row_with_the_types_of_its_columns(Engine engine, string csv, params string[] expected)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);

        var reply = (await admin.UploadAsync(project, "table.csv", csv)).ShouldHaveStatus(201).Json;

        (await admin.DataAsync(project)).ShouldBe(expected);
        reply["task_count"]!.GetValue<int>().ShouldBe(expected.Length);
        reply["could_be_tasks_list"]!.GetValue<bool>().ShouldBeTrue();
        reply["found_formats"]!.ToJsonString().ShouldBe("""{".csv":1}""");
    }

    [Theory]
    [EachEngine("a.csv", "", "No columns to parse from file")]
    [EachEngine("a.csv", "a,b\n1,2\n1,2,3\n", "Error tokenizing data. C error: Expected 2 fields in line 3, saw 3\n")]
    [EachEngine("a.csv", "a,b\n1,\"open\n2,3\n", "Error tokenizing data. C error: EOF inside string starting at row 1")]
    [EachEngine("a.json", "[{\"text\": 1},", "Expected object or value")]
    [EachEngine("a.json", "", "Expected object or value")]
    [EachEngine("a.json", "{\"text\": 1}\n{\"text\": 2}", "Trailing data")]
    [EachEngine("a.json", "[\"a\"]", "'str' object has no attribute 'get'")]
    [EachEngine("a.json", "[{\"text\": 1}, 7]", "'int' object has no attribute 'get'")]
    [EachEngine("a.json", "7", "'int' object is not iterable")]
    [EachEngine("a.json", "null", "'NoneType' object is not iterable")]
    [EachEngine("a.json", "[{\"data\": [1]}]", "[ErrorDetail(string='Task item should be dict', code='invalid')]")]
    [EachEngine("a.jsonl", "{\"text\": 1}\n{\"text\": ", "Expected object or value")]
    public async Task A_file_that_cannot_be_read_is_named_with_the_reason(Engine engine, string name, string content, string reason)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var error = (await admin.UploadAsync(project, name, content)).ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldHaveSingleItem();

        error.ShouldMatch($"^Failed to parse input file [0-9a-f]{{8}}-{System.Text.RegularExpressions.Regex.Escape(name)}: ");
        error.ShouldEndWith(": " + reason);
        (await admin.TaskNumberAsync(project)).ShouldBe(0);
        (await admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [EachEngine("a.tsv", "text\tn\nx,y\t1\n", """{"text":"x,y","n":1}""")]
    [EachEngine("a.TXT", "one\r\ntwo\r\n\fthree\u2028four", """{"text":"one"}""", """{"text":"two"}""", """{"text":""}""", """{"text":"three"}""", """{"text":"four"}""")]
    [EachEngine("a.json", """[{"text": "a"}, {"data": {"text": "b"}}, {"data": null, "text": "c"}]""", """{"text":"a"}""", """{"text":"b"}""", """{"data":null,"text":"c"}""")]
    [EachEngine("a.json", """{"text": "a"}""", """{"text":"a"}""")]
    [EachEngine("a.jsonl", "{\"text\": \"a\"}\r\n\n{\"data\": {\"text\": \"b\"}}", """{"text":"a"}""", """{"text":"b"}""")]
    [EachEngine("a.html", "<p>Ärger & \"so\"</p>", """{"text":"<p>Ärger & \"so\"</p>"}""")]
    public async Task Each_kind_of_file_gives_its_tasks(Engine engine, string name, string content, params string[] expected)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        (await admin.UploadAsync(project, name, content)).ShouldHaveStatus(201);

        (await admin.DataAsync(project)).ShouldBe(expected);
        (await admin.TasksAsync(project)).ShouldAllBe(task => task["file_upload"] != null);
    }

    [Theory, EachEngine]
    public async Task Parquet_gives_a_task_per_row(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        var schema = new ParquetSchema(new DataField<string>("text"), new DataField<int?>("n"), new DataField<double>("x"), new DataField<bool>("b"));
        using var file = new MemoryStream();
        await ParquetSerializer.SerializeUntypedAsync(
            [new Dictionary<string, object?> { ["text"] = "a", ["n"] = 1, ["x"] = 2.0, ["b"] = true }!, new Dictionary<string, object?> { ["text"] = "ö", ["n"] = null, ["x"] = 0.5, ["b"] = false }!],
            schema, file);

        (await admin.UploadAsync($"/api/projects/{project}/import", "rows.parquet", file.ToArray())).ShouldHaveStatus(201);
        (await admin.UploadAsync($"/api/projects/{project}/import", "bad.parquet", file.ToArray()[..^20])).ShouldHaveStatus(400);

        (await admin.DataAsync(project)).ShouldBe(["""{"text":"a","n":1,"x":2.0,"b":true}""", """{"text":"ö","n":null,"x":0.5,"b":false}"""]);
    }

    [Theory, EachEngine]
    public async Task Other_files_are_tasks_with_their_address(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync("""<View><Image name="image" value="$image"/></View>""");

        var reply = (await admin.UploadAsync(project, "", ("Ein Bild ä.png", "PNG"), ("b.jpg", "JPG"))).ShouldHaveStatus(201).Json;

        reply["found_formats"]!.ToJsonString().ShouldBe("""{".png":1,".jpg":1}""");
        reply["data_columns"]!.ToJsonString().ShouldBe("""["$undefined$"]""");
        var address = (await admin.TasksAsync(project))[0]["data"]!["image"]!.GetValue<string>();
        address.ShouldMatch($"^/data/upload/{project}/[0-9a-f]{{8}}-Ein_Bild_%C3%A4.png$");
        (await admin.GetAsync(address)).ShouldHaveStatus(200).Text.ShouldBe("PNG");
    }

    [Theory, EachEngine]
    public async Task Files_that_do_not_go_together_are_refused(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);

        (await MessageAsync(("a.csv", "x\n1\n"), ("b.csv", "y\n1\n"))).ShouldMatch("uploading tabular data from \"upload/.*-b.csv\" with data key\\(s\\) \"y\", clashes with data key\\(s\\) found from other files:\n\"x\"$");
        (await MessageAsync(("a.png", ""), ("b.csv", "y\n1\n"))).ShouldMatch("uploading tabular data from upload/.*-b.csv with data key\\(s\\) y, clashes with other raw binary files");
        (await MessageAsync(("a.csv", "x\n1\n"), ("b.png", ""))).ShouldMatch("uploading a single file upload/.*-b.png clashes with data key\\(s\\) found from other files:\n\"x\"$");
        (await admin.UploadAsync(project, "", ("a.csv", "x,y\n1,2\n"), ("b.csv", "y\n1\n"))).ShouldHaveStatus(201).Json["data_columns"]!.ToJsonString().ShouldBe("""["y"]""");

        async Task<string> MessageAsync(params (string, string)[] files)
        {
            var message = (await admin.UploadAsync(project, "", files)).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single();
            message.ShouldStartWith("You're trying to import inconsistent data:\n");
            return message;
        }
    }

    [Theory, EachEngine]
    public async Task A_file_as_one_task_needs_a_config_with_one_field(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync("""<View><Text name="a" value="$a"/><Text name="b" value="$b"/></View>""");

        (await admin.UploadAsync(project, "x.png", "")).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single()
            .ShouldContain("[ErrorDetail(string='Your label config has more than one data key and direct file upload supports only one data key.");
    }

    [Theory, EachEngine]
    public async Task What_is_wrong_with_an_item_names_the_file(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var errors = (await admin.UploadAsync(project, "a.csv", "foo\n1\n")).ShouldHaveStatus(400).ErrorsOf("non_field_errors");

        errors.Single().ShouldMatch("^Error at item 0: \"text\" key is expected in task data \\[assume: item\\[\"data\"\\] = task root with values\\] :: {'data': {'foo': 1}, 'file_upload_id': \\d+}$");
    }

    [Theory, EachEngine]
    public async Task No_file_whatever_it_holds_breaks_the_server(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        string[] extensions = ["csv", "tsv", "txt", "json", "jsonl", "parquet", "html", "png"];
        string[] pieces = ["\"", ",", ";", "\t", "\n", "\r\n", "{", "}", "[", "]", ":", "a", "1", "-", "\0", "é", "\\ud800", "\"a\"", "null", "PAR1", "\u2028"];

        await Gen.Int[0, pieces.Length - 1].Array[0, 30].Select(Gen.Int[0, extensions.Length - 1]).SampleAsync(async (parts, extension) =>
        {
            var reply = await admin.UploadAsync(project, "any." + extensions[extension], string.Concat(parts.Select(part => pieces[part])));
            return reply.Status is 201 or 400;
        }, iter: 150, threads: 1);
    }

    [Theory, EachEngine]
    public async Task A_form_may_hold_tasks_instead_of_an_address(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var reply = (await admin.PostFormAsync($"/api/projects/{project}/import", new() { ["url"] = """[{"text": "inline"}]""" })).ShouldHaveStatus(201).Json;
        (await admin.PostFormAsync($"/api/projects/{project}/import", new() { ["url"] = "[{'text': 'inline'}]" })).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single()
            .ShouldMatch("^Failed to parse input file [0-9a-f]{8}-inplace.json: Expected object or value$");
        (await admin.PostFormAsync($"/api/projects/{project}/import", new() { ["x"] = "y" })).ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe(["\"url\" is not found in request data"]);

        reply["found_formats"]!.ToJsonString().ShouldBe("""{".json":1}""");
        (await admin.DataAsync(project)).ShouldBe(["""{"text":"inline"}"""]);
    }

    [Theory, EachEngine]
    public async Task Uploads_without_commit_become_tasks_later_and_can_be_read_anew(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        var first = await UploadOnlyAsync("one.csv", "text\na\nb\n");
        var second = await UploadOnlyAsync("two.csv", "text\nc\n");
        (await admin.TaskNumberAsync(project)).ShouldBe(0);

        (await ReimportAsync([first], true))["task_count"]!.GetValue<int>().ShouldBe(2);
        var annotated = (await admin.TasksAsync(project))[0]["id"]!.GetValue<long>();
        await admin.AnnotateAsync(annotated);
        (await ReimportAsync([first, second], true))["found_formats"]!.ToJsonString().ShouldBe("""{".csv":2}""");

        (await admin.DataAsync(project)).ShouldBe(["""{"text":"a"}""", """{"text":"b"}""", """{"text":"c"}"""]);
        (await admin.TasksAsync(project)).Select(task => task["inner_id"]!.GetValue<int>()).ShouldBe([1, 2, 3]);
        var counts = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        (counts["task_number"]!.GetValue<int>(), counts["total_annotations_number"]!.GetValue<int>(), counts["finished_task_number"]!.GetValue<int>()).ShouldBe((3, 0, 0));

        await ReimportAsync([first], false);
        (await admin.DataAsync(project))[1].ShouldMatch("""^{"text":"/data/upload/.*-one.csv"}$""");
        (await admin.GetAsync($"/api/projects/{project}/summary/")).Json["all_data_columns"]!.ToJsonString().ShouldBe("""{"text":2}""");
        (await admin.TasksAsync(project)).Select(task => task["inner_id"]!.GetValue<int>()).ShouldBe([3, 4]);

        async Task<long> UploadOnlyAsync(string name, string content)
        {
            var reply = (await admin.UploadAsync(project, "?commit_to_project=false", (name, content))).ShouldHaveStatus(201).Json;
            return reply["file_upload_ids"]!.AsArray().Single()!.GetValue<long>();
        }

        async Task<JsonNode> ReimportAsync(long[] ids, bool list) =>
            (await admin.PostAsync($"/api/projects/{project}/reimport", new { file_upload_ids = ids, files_as_tasks_list = list })).ShouldHaveStatus(201).Json;
    }

    [Theory, EachEngine]
    public async Task A_reimport_that_fails_changes_nothing(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        var id = (await admin.UploadAsync(project, "one.csv", "x\na\n")).ShouldHaveStatus(201).Json["file_upload_ids"]![0]!.GetValue<long>();
        await admin.PatchAsync($"/api/projects/{project}/", new { label_config = ApiClient.ChoicesConfig });

        (await admin.PostAsync($"/api/projects/{project}/reimport", new { file_upload_ids = new[] { id } })).ShouldHaveStatus(400);

        (await admin.DataAsync(project)).ShouldBe(["""{"x":"a"}"""]);
        (await admin.PostAsync($"/api/projects/{project}/reimport", "{}")).ShouldHaveStatus(200).Json["task_count"]!.GetValue<int>().ShouldBe(0);
        (await admin.PostAsync($"/api/projects/{project}/reimport", """{"file_upload_ids": [987654321]}""")).ShouldHaveStatus(201).Json["task_count"]!.GetValue<int>().ShouldBe(0);
    }
}
