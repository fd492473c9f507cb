using System.Text;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Storages;

namespace Goldset.Server.Tests.Import;

/// <summary>Imports that are answered before they are done.</summary>
public sealed class ImportJobTests(TestServers servers)
{
    // More than two of the batches in which tasks are written, on either engine.
    private const int Many = 8500;

    [Theory, EachEngine]
    public async Task A_job_comes_to_what_the_answer_at_once_says(Engine engine)
    {
        await using var receiver = await Peer.StartAsync();
        await using var server = await servers.StartAsync(engine);
        var admin = server.Admin;
        var project = await admin.CreateProjectAsync();
        (await admin.PostAsync("/api/webhooks/", new { project, url = receiver.Address, send_for_all_actions = false, actions = new[] { "TASKS_CREATED" } })).ShouldHaveStatus(201);
        foreach (var count in (int[])[2, Many])
        {
            var body = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, count).Select(row => $$"""{"data": {"text": "{{row}}"}, "predictions": [{"result": []}]}""")) + "]");

            var queued = await admin.ImportAsJobAsync(project, body, "?return_task_ids=true");

            queued.Headers["Preference-Applied"].ShouldBe("respond-async");
            queued.Headers["Location"].ShouldBe($"/api/projects/{project}/imports/{queued.Json["import"]}/");
            var ended = await admin.EndOfImportAsync(queued.Headers["Location"]);
            ended["error"].ShouldBeNull();
            ended["status"]!.GetValue<string>().ShouldBe("completed");
            ended["task_count"]!.GetValue<int>().ShouldBe(count);
            ended["prediction_count"]!.GetValue<int>().ShouldBe(count);
            ended["bytes_read"]!.GetValue<long>().ShouldBe(body.Length);
            ended["bytes_total"]!.GetValue<long>().ShouldBe(body.Length);
            var ids = ended["task_ids"]!.AsArray().Select(id => id!.GetValue<long>()).ToArray();
            (await admin.TasksAsync(project)).Select(task => task["id"]!.GetValue<long>()).TakeLast(count).ShouldBe(ids);
            var told = new List<long>();
            while (told.Count < count) told.AddRange((await receiver.TakeAsync()).Body!["tasks"]!.AsArray().Select(task => task!["id"]!.GetValue<long>()));
            told.ShouldBe(ids);
        }
        receiver.Rest().ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(server.Options.MediaDirectory, "jobs"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await admin.GetAsync($"/api/projects/{project}/jobs/?active=true")).Json.AsArray().ShouldBeEmpty();
        (await admin.GetAsync($"/api/projects/{project}/jobs/")).Json.AsArray().Select(job => job!["status"]!.GetValue<string>()).ShouldBe(["completed", "completed"]);
    }

    [Theory, EachEngine]
    public async Task Files_texts_and_addresses_are_imported_as_jobs(Engine engine)
    {
        await using var source = await Peer.StartAsync(_ => (200, new[] { new { text = "fetched" } }));
        await using var server = await servers.StartAsync(engine, options => options with { AllowHosts = ["127.0.0.1"] });
        var admin = server.Admin;
        var project = await admin.CreateProjectAsync();

        var files = await EndAsync(FilesRequest(project, "?commit_to_project=true", [("a.csv", "text\none\ntwo\n"), ("b.jsonl", "{\"text\": \"three\"}\n")]));
        files["file_upload_ids"]!.AsArray().Count.ShouldBe(2);
        files["found_formats"]!.ToJsonString().ShouldBe("""{".csv":1,".jsonl":1}""");
        files["could_be_tasks_list"]!.GetValue<bool>().ShouldBeTrue();
        (await EndAsync(FormRequest(project, """[{"text": "inline"}]""")))["status"]!.GetValue<string>().ShouldBe("completed");
        var fetched = await EndAsync(FormRequest(project, source.Address + "/tasks.json"));
        fetched["error"].ShouldBeNull();
        fetched["url"]!.GetValue<string>().ShouldBe(source.Address + "/tasks.json");

        (await admin.DataAsync(project)).ShouldBe(["""{"text":"one"}""", """{"text":"two"}""", """{"text":"three"}""", """{"text":"inline"}""", """{"text":"fetched"}"""]);

        var counted = await EndAsync(FilesRequest(project, "?commit_to_project=false", [("c.csv", "text\nfour\n")]));
        counted["task_count"]!.GetValue<int>().ShouldBe(1);
        (await admin.TaskNumberAsync(project)).ShouldBe(5);
        var ids = counted["file_upload_ids"]!.AsArray().Select(id => id!.GetValue<long>());
        for (var again = 0; again < 2; again++)
        {
            var reimport = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/reimport") { Content = System.Net.Http.Json.JsonContent.Create(new { file_upload_ids = ids }) };
            (await EndAsync(reimport))["task_count"]!.GetValue<int>().ShouldBe(1);
            (await admin.TaskNumberAsync(project)).ShouldBe(6);
        }

        async Task<JsonNode> EndAsync(HttpRequestMessage request) =>
            await admin.EndOfImportAsync((await admin.SendAsync(request.RespondAsync())).ShouldHaveStatus(202).Headers["Location"]);
    }

    [Theory, EachEngine]
    public async Task A_job_that_fails_says_what_the_answer_at_once_would(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        foreach (var body in (string[])["[]", "[", """[{"text": "good"}, {"txt": "bad"}]""", """[{"data": {"text": "x"}, "annotations": [{"result": [], "completed_by": 999999}]}]"""])
        {
            var atOnce = (await admin.PostAsync($"/api/projects/{project}/import", body)).ShouldHaveStatus(400).Json;

            var ended = await admin.EndOfImportAsync((await admin.ImportAsJobAsync(project, Encoding.UTF8.GetBytes(body))).Headers["Location"]);

            ended["status"]!.GetValue<string>().ShouldBe("failed");
            ended["validation_errors"]?.ToJsonString().ShouldBe(atOnce["validation_errors"]?.ToJsonString());
            ended["error"]!.GetValue<string>().ShouldNotBeEmpty();
        }
        (await admin.TaskNumberAsync(project)).ShouldBe(0);
        (await admin.SendAsync(FilesRequest(project, "", [("a.exe", "x")]).RespondAsync())).ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe([".exe extension is not supported"]);
        (await admin.GetAsync($"/api/projects/{project}/imports/0/")).ShouldHaveStatus(404).Detail.ShouldBe("No ProjectImport matches the given query.");
    }

    [Theory, EachEngine]
    public async Task A_cancelled_import_leaves_nothing(Engine engine)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gaveUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var source = await Peer.StartAsync(async (_, gone) =>
        {
            begun.TrySetResult();
            await using var registration = gone.Register(() => gaveUp.TrySetResult());
            await gaveUp.Task;
            return (200, null);
        });
        await using var server = await servers.StartAsync(engine, options => options with { AllowHosts = ["127.0.0.1"] });
        var admin = server.Admin;
        var project = await admin.CreateProjectAsync();
        var queued = (await admin.SendAsync(FormRequest(project, source.Address + "/tasks.json").RespondAsync())).ShouldHaveStatus(202);
        var job = $"/api/projects/{project}/jobs/{queued.Json["import"]}/";
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        (await admin.GetAsync($"/api/projects/{project}/jobs/?active=true")).Json.AsArray().Single()!["title"]!.GetValue<string>().ShouldBe("Import of tasks.json");
        var stranger = await server.SignUpAsync("stranger@example.com");
        (await stranger.PostAsync(job + "cancel/")).Status.ShouldBe(404);

        (await admin.PostAsync(job + "cancel/")).ShouldHaveStatus(200).Json["status"]!.GetValue<string>().ShouldBe("cancelled");

        await gaveUp.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var ended = (await admin.GetAsync(queued.Headers["Location"])).Json;
        ended["status"]!.GetValue<string>().ShouldBe("failed");
        ended["error"]!.GetValue<string>().ShouldBe("The import was cancelled.");
        (await admin.PostAsync(job + "cancel/")).ShouldHaveStatus(200).Json["status"]!.GetValue<string>().ShouldBe("cancelled");
        (await admin.TaskNumberAsync(project)).ShouldBe(0);
    }

    private static HttpRequestMessage FormRequest(long project, string url) =>
        new(HttpMethod.Post, $"/api/projects/{project}/import") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["url"] = url }) };

    private static HttpRequestMessage FilesRequest(long project, string query, IReadOnlyList<(string Name, string Content)> files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), name, name);
        return new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/import{query}") { Content = form };
    }
}
