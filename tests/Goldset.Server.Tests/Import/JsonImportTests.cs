using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Import;

public sealed class JsonImportTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task A_list_of_data_or_of_tasks_is_imported_in_order(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var ids = await admin.ImportAsync(project, """[{"text": "a"}, {"data": {"text": "b"}, "meta": {"k": 1}, "allow_skip": false}, {"text": 3, "more": [1, {"x": null}]}]""");

        var tasks = await admin.TasksAsync(project);
        tasks.Select(task => task["id"]!.GetValue<long>()).ShouldBe(ids);
        tasks.Select(task => task["inner_id"]!.GetValue<int>()).ShouldBe([1, 2, 3]);
        (await admin.DataAsync(project)).ShouldBe(["""{"text":"a"}""", """{"text":"b"}""", """{"text":3,"more":[1,{"x":null}]}"""]);
        tasks.Select(task => task["meta"]!.ToJsonString()).ShouldBe(["{}", """{"k":1}""", "{}"]);
        tasks.Select(task => task["allow_skip"]!.GetValue<bool>()).ShouldBe([true, false, true]);
    }

    [Theory]
    [EachEngine("""{"text": "alone"}""")]
    [EachEngine("  [ {\"text\": \"alone\"}\n]\r\n")]
    [EachEngine("\uFEFF[{\"text\": \"alone\"}]")]
    public async Task One_object_and_white_space_are_fine(Engine engine, string body)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        (await admin.PostAsync($"/api/projects/{project}/import", body)).ShouldHaveStatus(201).Json["task_count"]!.GetValue<int>().ShouldBe(1);

        (await admin.DataAsync(project)).ShouldBe(["""{"text":"alone"}"""]);
    }

    [Theory, EachEngine]
    public async Task An_empty_body_is_an_empty_task(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);

        (await admin.SendAsync(Importing.JsonRequest(project, []))).ShouldHaveStatus(201);

        (await admin.DataAsync(project)).ShouldBe(["{}"]);
    }

    [Theory, EachEngine]
    public async Task Bytes_come_back_as_they_were_sent_whatever_the_pieces_they_arrive_in(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync(Importing.AnyData);
        string[] data = ["""{"n":1.50,"e":1E+2,"s":"\u00e4\/😀 日本語","a":{"b":[true,false,null]}}""", $$"""{"long":"{{new string('x', 300_000)}}"}""", """{"a":1,"a":2}"""];
        var body = Encoding.UTF8.GetBytes("[" + string.Join(" , ", data) + "]");

        var reply = await server.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/import") { Content = new PiecesContent(body, 1000, 7, 65_536, 1) });

        reply.ShouldHaveStatus(201);
        await using var connection = await server.Services.GetRequiredService<Database>().ReadAsync(TestContext.Current.CancellationToken);
        (await connection.QueryAsync<string>("SELECT data FROM visible_tasks WHERE project_id = @project ORDER BY id", new { project })).ShouldBe(data);
    }

    [Theory]
    [EachEngine("[]", "load_tasks: No tasks added")]
    [EachEngine("\"text\"", "load_tasks: No data found in DATA or in FILES")]
    [EachEngine("7", "load_tasks: No data found in DATA or in FILES")]
    [EachEngine("null", "load_tasks: No data found in DATA or in FILES")]
    [EachEngine("""[{"txt": "a"}]""", "Error at item 0: \"text\" key is expected in task data [assume: item as is = task root with values]  :: {'txt': 'a'}")]
    [EachEngine("""[{"data": "abc"}]""", "Error at item 0: Task[data] must be dict or list :: {'data': 'abc'}")]
    [EachEngine("""["a"]""", "Error at item 0: Task root must be dict with \"data\", \"meta\", \"annotations\", \"predictions\" fields :: a")]
    [EachEngine("""[null]""", "Error at item 0: Task root must be dict with \"data\", \"meta\", \"annotations\", \"predictions\" fields :: None")]
    [EachEngine("""[{"data": {"text": "a"}, "annotations": [1]}]""", "Error at item 0: Annotation must have \"result\" fields :: {'data': {'text': 'a'}, 'annotations': [1]}")]
    [EachEngine("""[{"data": {"text": "a"}, "allow_skip": "no"}]""", "Error at item 0: Task[allow_skip] must be bool :: {'data': {'text': 'a'}, 'allow_skip': 'no'}")]
    [EachEngine("""[{"data": {"text": "a"}, "file_upload_id": 987654321}]""", "Error at item 0: Task[file_upload_id] must be a file upload of the project :: {'data': {'text': 'a'}, 'file_upload_id': 987654321}")]
    public async Task What_is_wrong_is_told_in_the_words_of_the_API(Engine engine, string body, string message)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var reply = await admin.PostAsync($"/api/projects/{project}/import", body);

        reply.ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe([message]);
        (await admin.TasksAsync(project)).ShouldBeEmpty();
    }

    [Theory]
    [EachEngine("[{\"text\": \"a\"},")]
    [EachEngine("[{\"text\": \"a\"},]")]
    [EachEngine("[{\"text\": \"a\"}] x")]
    [EachEngine("[{\"text\": \"a\"} {\"text\": \"b\"}]")]
    [EachEngine("{\"text\": NaN}")]
    [EachEngine("[{'text': 'a'}]")]
    [EachEngine("[{\"text\": \"a\u0001\"}]")]
    public async Task What_is_no_JSON_is_refused_as_a_whole(Engine engine, string body)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var reply = await admin.PostAsync($"/api/projects/{project}/import", body);

        reply.ShouldHaveStatus(400).Detail!.ShouldStartWith("JSON parse error");
        (await admin.TasksAsync(project)).ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task Text_that_no_database_takes_is_refused(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        byte[] notUtf8 = [.. "[{\"a\": \""u8, 0xFF, 0xC0, .. "\"}]"u8];
        var deep = string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000));

        (await admin.SendAsync(Importing.JsonRequest(project, notUtf8))).ShouldHaveStatus(400);
        (await admin.PostAsync($"/api/projects/{project}/import", $$"""[{"a": {{deep}}}]""")).ShouldHaveStatus(400);
        (await admin.PostAsync($"/api/projects/{project}/import", """[{"a\u0000b": 1}]""")).ShouldHaveStatus(400);
        (await admin.PostAsync($"/api/projects/{project}/import", """[{"\ud800": 1}]""")).ShouldHaveStatus(400);
        (await admin.PostAsync($"/api/projects/{project}/import", $$"""[{"{{new string('k', 5000)}}": 1}]""")).ShouldHaveStatus(400);
        (await admin.PostAsync($"/api/projects/{project}/import", """[{"data": {"a": 1}, "annotations": [{"result": [], "completed_by": {"email": "\ud800"}}]}]""")).ShouldHaveStatus(400);
        (await admin.PostAsync($"/api/projects/{project}/import", """[{"data": {"a": 1}, "predictions": [{"result": [], "model_version": "v\ud800\u0000", "score": "\udfff"}]}]""")).ShouldHaveStatus(201);

        (await admin.TaskNumberAsync(project)).ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task Faults_are_listed_by_item_up_to_the_hundredth(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        (await ErrorsAsync(150, _ => false)).Count.ShouldBe(100);
        (await ErrorsAsync(150, _ => false))[99]!.GetValue<string>().ShouldBe("...");
        var late = await ErrorsAsync(130, item => item != 120);
        late.Count.ShouldBe(121);
        late[0]!.ToJsonString().ShouldBe("{}");
        late[99]!.GetValue<string>().ShouldBe("...");
        late[120]!.GetValue<string>().ShouldStartWith("Error at item 120: ");
        var early = await ErrorsAsync(5, item => item != 1);
        early.Select(error => error is JsonObject).ShouldBe([true, false, true, true, true]);

        async Task<JsonArray> ErrorsAsync(int count, Func<int, bool> isGood)
        {
            var items = new JsonArray([.. Enumerable.Range(0, count).Select(item => (JsonNode)new JsonObject { [isGood(item) ? "text" : "txt"] = "a" })]);
            return (await admin.PostAsync($"/api/projects/{project}/import", items)).ShouldHaveStatus(400).Json["validation_errors"]!["non_field_errors"]!.AsArray();
        }
    }

    [Theory, EachEngine]
    public async Task Without_commit_tasks_are_only_counted(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var reply = (await admin.PostAsync($"/api/projects/{project}/import?commit_to_project=false&return_task_ids=true", """[{"x": 1}, {"x": 2}]""")).ShouldHaveStatus(201).Json;

        reply["task_count"]!.GetValue<int>().ShouldBe(2);
        reply["annotation_count"].ShouldBeNull();
        reply.AsObject().ContainsKey("task_ids").ShouldBeFalse();
        (await admin.TaskNumberAsync(project)).ShouldBe(0);
        (await admin.PostAsync($"/api/projects/{project}/import?commit_to_project=maybe", "[]")).ShouldHaveStatus(400);
    }

    [Theory, EachEngine]
    public async Task More_tasks_than_allowed_are_refused_with_their_number(Engine engine)
    {
        await using var server = await servers.StartAsync(engine, options => options with { MaxTasksPerImport = 10 });
        var project = await server.Admin.CreateProjectAsync();

        var reply = await server.Admin.PostAsync($"/api/projects/{project}/import", Enumerable.Range(0, 12).Select(number => new { text = number }));

        reply.ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe(["Maximum task number is 10, current task number is 12"]);
        await server.Admin.ImportTextsAsync(project, 10);
    }

    [Theory, EachEngine]
    public async Task Data_without_a_name_goes_to_the_first_field(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var named = await admin.CreateProjectAsync();
        var open = await admin.CreateProjectAsync(Importing.AnyData);

        await admin.ImportAsync(named, """[{"$undefined$": "a", "b": 1}]""");
        await admin.ImportAsync(open, """[{"$undefined$": "a"}]""");

        JsonNode.DeepEquals(JsonNode.Parse((await admin.DataAsync(named))[0]), JsonNode.Parse("""{"text": "a", "b": 1}""")).ShouldBeTrue();
        (await admin.DataAsync(open)).ShouldBe(["""{"$undefined$":"a"}"""]);
        (await admin.GetAsync($"/api/projects/{named}/summary/")).Json["all_data_columns"]!.ToJsonString().ShouldBe("""{"b":1,"text":1}""");
        await admin.PatchAsync($"/api/projects/{open}/", new { label_config = ApiClient.ChoicesConfig });
        (await admin.DataAsync(open)).ShouldBe(["""{"text":"a"}"""]);
    }

    [Theory, EachEngine]
    public async Task Only_managers_of_the_organization_import(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var annotator = await server.InviteAsync("annotator@example.com");
        var stranger = await server.SignUpAsync("stranger@example.org");

        foreach (var path in new[] { "import", "tasks/bulk/", "import/predictions", "reimport" })
        {
            (await annotator.PostAsync($"/api/projects/{project}/{path}", """[{"text": "a"}]""")).Status.ShouldBe(403, path);
            (await stranger.PostAsync($"/api/projects/{project}/{path}", path == "reimport" ? """{"file_upload_ids": [1]}""" : """[{"text": "a"}]""")).Status.ShouldBe(404, path);
            (await server.Anonymous.PostAsync($"/api/projects/{project}/{path}", """[{"text": "a"}]""")).Status.ShouldBe(401, path);
        }
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(0);
    }

    [Fact]
    public async Task Importing_one_task_takes_few_statements_whatever_the_project_holds()
    {
        await using var server = await servers.StartAsync(Engine.Postgres);
        var project = await server.Admin.CreateProjectAsync();
        await server.Admin.ImportTextsAsync(project, 2000);

        var statements = await StatementCounter.CountAsync(() => server.Admin.ImportAsync(project, """[{"text": "one"}]"""));

        // One of them asks who wants to hear of it.
        statements.Count.ShouldBeLessThanOrEqualTo(7, string.Join('\n', statements));
    }

    /// <summary>A body that is sent in pieces of the given sizes, in turn.</summary>
    private sealed class PiecesContent : HttpContent
    {
        private readonly byte[] body;
        private readonly int[] sizes;

        public PiecesContent(byte[] body, params int[] sizes)
        {
            (this.body, this.sizes) = (body, sizes);
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            for (int sent = 0, piece = 0; sent < body.Length; piece++)
            {
                var size = Math.Min(sizes[piece % sizes.Length], body.Length - sent);
                await stream.WriteAsync(body.AsMemory(sent, size));
                await stream.FlushAsync();
                sent += size;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
