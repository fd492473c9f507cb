using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Storages;

/// <summary>Storages of local files.</summary>
public sealed class LocalFilesTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task Each_file_that_fits_becomes_a_task_once(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var folder = server.Folder("images");
        Write(folder, "b 1.png");
        Write(folder, "a.png");
        Write(folder, "notes.txt");
        Write(folder, "sub/c.png");
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        var storage = await server.Admin.ConnectAsync("localfiles", new { project, path = folder, use_blob_urls = true, regex_filter = ".*png", recursive_scan = true });

        (await server.Admin.SyncCountAsync("localfiles", storage)).ShouldBe(3);
        Write(folder, "d.png");
        var again = await server.Admin.SyncAsync("localfiles", storage);

        again["last_sync_count"]!.GetValue<int>().ShouldBe(1);
        again["meta"]!["tasks_existed"]!.GetValue<int>().ShouldBe(3);
        var name = Path.GetFileName(folder);
        (await server.Admin.DataAsync(project)).ShouldBe(new[] { "a.png", "b%201.png", "sub/c.png", "d.png" }.Select(file => $$"""{"image_url":"/data/local-files/?d={{name}}/{{file}}"}"""));
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(4);
        (await server.Admin.DeleteAsync($"/api/storages/localfiles/{storage}")).ShouldHaveStatus(204);
        var tasks = (await server.Admin.GetAsync($"/api/tasks?project={project}&fields=all")).Json["tasks"]!.AsArray();
        tasks.Select(task => task!["storage_filename"]).ShouldBe([null, null, null, null]);
    }

    [Theory, EachEngine]
    public async Task Files_hold_tasks_with_annotations_and_predictions(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var folder = server.Folder("tasks");
        const string Region = """{"from_name": "label", "to_name": "text", "type": "choices", "value": {"choices": ["pos"]}}""";
        Write(folder, "1.json", $$"""
            [{"data": {"text": "a"}, "annotations": [{"result": [{{Region}}]}, {"result": "no list of regions", "completed_by": 999999}, {"result": [{{Region}}], "completed_by": 999999}]},
             {"text": "b"}]
            """.Replace("\"no list of regions\"", "[1]"));
        Write(folder, "2.jsonl", "{\"text\": \"c\"}\n{\"data\": {\"text\": \"d\"}, \"predictions\": [{\"result\": [" + Region + "], \"score\": 0.5}, {\"result\": 7}]}\n");
        Write(folder, "noextension", "{\n  \"text\": \"e\"\n}");
        var project = await server.Admin.CreateProjectAsync();
        var storage = await server.Admin.ConnectAsync("localfiles", new { project, path = folder });

        (await server.Admin.SyncCountAsync("localfiles", storage)).ShouldBe(5);

        var tasks = await server.Admin.TasksAsync(project);
        tasks.Select(task => task["data"]!["text"]!.GetValue<string>()).ShouldBe(["a", "b", "c", "d", "e"]);
        tasks.Select(task => task["total_annotations"]!.GetValue<int>()).ShouldBe([1, 0, 0, 0, 0]);
        tasks.Select(task => task["total_predictions"]!.GetValue<int>()).ShouldBe([0, 0, 0, 1, 0]);
        tasks[0]["is_labeled"]!.GetValue<bool>().ShouldBeTrue();
        (await server.Admin.SyncCountAsync("localfiles", storage)).ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task A_file_with_more_tasks_than_a_batch_comes_wholly_or_not_at_all(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var folder = server.Folder("large");
        var lines = Enumerable.Range(1, 2500).Select(number => $$"""{"text": "{{number}}"}""").ToArray();
        var file = Write(folder, "tasks.jsonl", string.Join('\n', lines) + "\n{\"text\": ");
        var project = await server.Admin.CreateProjectAsync();
        var storage = await server.Admin.ConnectAsync("localfiles", new { project, path = folder });

        var failed = await server.Admin.SyncAsync("localfiles", storage);

        failed["status"]!.GetValue<string>().ShouldBe("failed");
        failed["traceback"]!.GetValue<string>().ShouldContain(file);
        failed["last_sync"].ShouldBeNull();
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(0);
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        (await server.Admin.SyncCountAsync("localfiles", storage)).ShouldBe(2500);
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(2500);
        (await server.Admin.SyncCountAsync("localfiles", storage)).ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task A_deleted_task_comes_again(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var folder = server.Folder("again");
        Write(folder, "1.json", """{"text": "a"}""");
        Write(folder, "2.json", """{"text": "b"}""");
        var project = await server.Admin.CreateProjectAsync();
        var storage = await server.Admin.ConnectAsync("localfiles", new { project, path = folder });
        await server.Admin.SyncCountAsync("localfiles", storage);
        (await server.Admin.DeleteAsync($"/api/tasks/{(await server.Admin.TasksAsync(project))[0]["id"]}/")).ShouldHaveStatus(204);

        (await server.Admin.SyncCountAsync("localfiles", storage)).ShouldBe(1);

        (await server.Admin.DataAsync(project)).Order().ShouldBe(["""{"text":"a"}""", """{"text":"b"}"""]);
    }

    [Theory, EachEngine]
    public async Task A_synchronization_whose_process_died_fails_and_can_be_repeated(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var folder = server.Folder("crash");
        Write(folder, "1.json", """{"text": "a"}""");
        var project = await server.Admin.CreateProjectAsync();
        var storage = await server.Admin.ConnectAsync("localfiles", new { project, path = folder });
        var database = server.Services.GetRequiredService<Database>();
        await database.WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync("UPDATE storages SET status = 'in_progress', heartbeat = 1 WHERE id = @storage", new { storage }), TestContext.Current.CancellationToken);

        (await server.Admin.SyncCountAsync("localfiles", storage)).ShouldBe(1);

        (await server.Admin.GetAsync($"/api/storages/localfiles/{storage}")).Json["traceback"]!.GetValue<string>().ShouldStartWith("It appears the job was failed");
    }

    [Theory, EachEngine]
    public async Task Files_are_served_in_ranges_to_the_organization_that_has_their_folder(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var folder = server.Folder("serve");
        Write(folder, "page.html", "<script>alert(1)</script>");
        Write(server.Folder("other"), "x.txt");
        var address = $"/data/local-files/?d={Path.GetFileName(folder)}/page.html";
        (await server.Admin.GetAsync(address)).ShouldHaveStatus(404);
        var project = await server.Admin.CreateProjectAsync();
        await server.Admin.ConnectAsync("localfiles", new { project, path = folder });

        var whole = (await server.Admin.GetAsync(address)).ShouldHaveStatus(200);

        whole.Text.ShouldBe("<script>alert(1)</script>");
        whole.Headers["Content-Security-Policy"].ShouldStartWith("sandbox");
        var unchanged = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", whole.Headers["ETag"] } } };
        (await server.Admin.SendAsync(unchanged)).ShouldHaveStatus(304);
        var part = await server.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Range", "bytes=1-6" } } });
        part.ShouldHaveStatus(206).Text.ShouldBe("script");
        (await server.Anonymous.GetAsync(address)).ShouldHaveStatus(401);
        using var stranger = await server.SignUpAsync($"stranger-{Guid.NewGuid():N}@example.com");
        (await stranger.GetAsync(address)).ShouldHaveStatus(404);
    }

    [Theory, EachEngine]
    public async Task Nothing_outside_the_document_root_can_be_reached(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var folder = server.Folder("inside");
        var outside = Directory.CreateDirectory(Path.Combine(server.Options.DataDirectory, "outside")).FullName;
        Write(outside, "secret.json", """{"text": "secret"}""");
        File.CreateSymbolicLink(Path.Combine(folder, "link.json"), Path.Combine(outside, "secret.json"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "linked"), outside);
        var project = await server.Admin.CreateProjectAsync();
        var name = Path.GetFileName(folder);

        var connected = await server.Admin.PostAsync("/api/storages/localfiles", new { project, path = Path.Combine(folder, "linked") });
        connected.ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single().ShouldContain("must be a subdirectory of LOCAL_FILES_DOCUMENT_ROOT");
        (await server.Admin.PostAsync("/api/storages/localfiles", new { project, path = $"{folder}/../../outside" })).ShouldHaveStatus(400);
        var storage = await server.Admin.ConnectAsync("localfiles", new { project, path = folder, recursive_scan = true });

        (await server.Admin.SyncCountAsync("localfiles", storage)).ShouldBe(0);
        (await server.Admin.GetAsync($"/data/local-files/?d={name}/link.json")).ShouldHaveStatus(404);
        (await server.Admin.GetAsync($"/data/local-files/?d={name}/linked/secret.json")).ShouldHaveStatus(404);
        (await server.Admin.GetAsync($"/data/local-files/?d={name}/../../outside/secret.json")).ShouldHaveStatus(400);
    }

    [Theory, EachEngine]
    public async Task Without_serving_there_is_neither_a_storage_nor_a_file(Engine engine)
    {
        await using var server = await servers.StartAsync(engine, options => options with { LocalFilesDocumentRoot = options.DataDirectory });
        var folder = Directory.CreateDirectory(Path.Combine(server.Options.DataDirectory, "files")).FullName;
        Write(folder, "a.txt");
        var project = await server.Admin.CreateProjectAsync();

        var refused = await server.Admin.PostAsync("/api/storages/localfiles", new { project, path = folder });

        refused.ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single().ShouldContain("LOCAL_FILES_SERVING_ENABLED is disabled by default");
        (await server.Admin.GetAsync("/data/local-files/?d=files/a.txt")).ShouldHaveStatus(403);
    }

    [Theory, EachEngine]
    public async Task Annotations_are_written_when_they_are_saved_and_removed_with_them(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var folder = server.Folder("out");
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 3);
        var first = await server.Admin.AnnotateAsync(tasks[0]);
        var storage = await server.Admin.ConnectAsync("export/localfiles", new { project, path = folder, can_delete_objects = true });
        await Storing.UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(folder, first.ToString()))));

        var second = await server.Admin.AnnotateAsync(tasks[1], "neg");
        var third = await server.Admin.AnnotateAsync(tasks[2]);

        var written = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, second.ToString()), TestContext.Current.CancellationToken))!;
        written["task"]!["data"]!["text"]!.GetValue<string>().ShouldBe("text 2");
        written["result"]![0]!["value"]!["choices"]![0]!.GetValue<string>().ShouldBe("neg");
        (await server.Admin.DeleteAsync($"/api/annotations/{second}/")).ShouldHaveStatus(204);
        File.Exists(Path.Combine(folder, second.ToString())).ShouldBeFalse();
        (await server.Admin.DeleteAsync($"/api/tasks/{tasks[2]}/")).ShouldHaveStatus(204);
        await Storing.UntilAsync(() => Task.FromResult(!File.Exists(Path.Combine(folder, third.ToString()))));
        (await server.Admin.SyncCountAsync("export/localfiles", storage)).ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task Only_managers_of_the_organization_have_to_do_with_storages(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var settings = new { project, path = server.Folder("mine"), title = "Mine" };
        var storage = await server.Admin.ConnectAsync("localfiles", settings);
        using var stranger = await server.SignUpAsync($"stranger-{Guid.NewGuid():N}@example.com");
        using var annotator = await server.InviteAsync($"annotator-{Guid.NewGuid():N}@example.com");

        foreach (var (person, status) in new[] { (stranger, 404), (annotator, 403) })
        {
            (await person.GetAsync($"/api/storages/localfiles/{storage}")).ShouldHaveStatus(status);
            (await person.PatchAsync($"/api/storages/localfiles/{storage}", new { settings.path, title = "Theirs" })).ShouldHaveStatus(status);
            (await person.PostAsync($"/api/storages/localfiles/{storage}/sync", new { })).ShouldHaveStatus(status);
            (await person.DeleteAsync($"/api/storages/localfiles/{storage}")).ShouldHaveStatus(status);
        }
        (await stranger.PostAsync("/api/storages/localfiles", settings)).ShouldHaveStatus(400).ErrorsOf("project").ShouldNotBeEmpty();
        (await stranger.GetAsync($"/api/storages/localfiles?project={project}")).ShouldHaveStatus(200).Json.AsArray().ShouldBeEmpty();
        (await server.Admin.GetAsync($"/api/storages/localfiles/{storage}")).Json["title"]!.GetValue<string>().ShouldBe("Mine");
    }

    [Theory, EachEngine]
    public async Task A_storage_that_may_not_be_synchronized_is_not(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var storage = await server.Admin.ConnectAsync("localfiles", new { project, path = server.Folder("still"), synchronizable = false });

        var refused = await server.Admin.PostAsync($"/api/storages/localfiles/{storage}/sync", new { });

        refused.ShouldHaveStatus(400).Json["message"]!.GetValue<string>().ShouldBe($"Storage {storage} is not synchronizable");
    }

    private static string Write(string folder, string name, string content = "content")
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }
}
