using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Goldset.Server.Tests.Storages;

namespace Goldset.Server.Tests.Durability;

/// <summary>The process is killed at work in the background, again and again: what was promised comes to its end after the next start.</summary>
public sealed class JobCrashTests(TestServers servers, S3Service s3) : IAsyncLifetime, IClassFixture<S3Service>
{
    private const int Crashes = 3;

    private readonly DirectoryInfo folder = servers.Folder.CreateSubfolder();
    private string? database;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await servers.Databases.DropAsync(database);
        folder.Delete(recursive: true);
    }

    [Theory, EachEngine]
    public async Task Snapshots_are_completed(Engine engine)
    {
        const int Tasks = 10_000;
        database = await servers.Databases.CreateAsync(engine, folder);
        long project = 0;
        for (var crash = 0; crash < Crashes; crash++)
        {
            await using var server = await StartAsync();
            if (crash == 0)
            {
                project = await server.Admin.CreateProjectAsync();
                await server.Admin.ImportTextsAsync(project, Tasks);
            }
            var asked = server.Admin.PostAsync($"/api/projects/{project}/exports/", new { title = $"{crash}" });
            var (id, files) = (crash + 1, Path.Combine(folder.FullName, "media", "export", $"{project}"));
            await Storing.UntilAsync(() => Task.FromResult((Directory.Exists(files) && Directory.GetFiles(files, $"{id}-*.tmp").Length > 0) || asked.IsCompleted));
            await server.KillAsync();
            await asked.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await using var restarted = await StartAsync();
        var snapshots = new JsonArray();
        // On PostgreSQL another process might be at it, until its lease is over.
        await Storing.UntilAsync(async () => (snapshots = (await restarted.Admin.GetAsync($"/api/projects/{project}/exports/")).Json.AsArray()).All(s => s!["status"]!.GetValue<string>() == "completed"), seconds: 30);

        snapshots.Select(snapshot => snapshot!["title"]!.GetValue<string>()).ShouldBe(Enumerable.Range(0, Crashes).Reverse().Select(crash => $"{crash}"));
        foreach (var snapshot in snapshots)
        {
            var file = (await restarted.Admin.GetAsync($"/api/projects/{project}/exports/{snapshot!["id"]}/download")).ShouldHaveStatus(200);
            Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(file.Bytes)).ShouldBe(snapshot["md5"]!.GetValue<string>());
            file.Json.AsArray().Count.ShouldBe(Tasks);
        }
        Directory.GetFiles(Path.Combine(folder.FullName, "media", "export", $"{project}")).Length.ShouldBe(Crashes);
    }

    [Theory, EachEngine]
    public async Task An_import_that_was_answered_is_done_once(Engine engine)
    {
        const int Tasks = 30_000;
        database = await servers.Databases.CreateAsync(engine, folder);
        var (project, path) = (0L, "");
        for (var crash = 0; crash < Crashes; crash++)
        {
            await using var server = await StartAsync();
            if (crash == 0)
            {
                project = await server.Admin.CreateProjectAsync();
                path = (await server.Admin.ImportAsJobAsync(project, JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, Tasks).Select(row => new { text = $"text {row}" })))).Headers["Location"];
            }
            var (before, progress) = (0L, new JsonObject() as JsonNode);
            // Killed when this attempt has written tasks, and not before.
            await Storing.UntilAsync(async () =>
            {
                progress = (await server.Admin.GetAsync(path)).ShouldHaveStatus(200).Json;
                var count = progress["task_count"]!.GetValue<long>();
                var isOn = count != before && count is > 5_000 and < Tasks;
                if (before == 0) before = count;
                return isOn || progress["status"]!.GetValue<string>() == "completed";
            }, seconds: 30);
            await server.KillAsync();
        }

        await using var restarted = await StartAsync();
        var ended = await restarted.Admin.EndOfImportAsync(path);

        ended["status"]!.GetValue<string>().ShouldBe("completed");
        ended["task_count"]!.GetValue<int>().ShouldBe(Tasks);
        (await restarted.Admin.TaskNumberAsync(project)).ShouldBe(Tasks);
        (await restarted.Admin.DataAsync(project)).ShouldBe(Enumerable.Range(0, Tasks).Select(row => $"{{\"text\":\"text {row}\"}}"));
        Directory.GetFiles(Path.Combine(folder.FullName, "media", "jobs"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task An_action_that_was_answered_is_done_once(Engine engine)
    {
        const int Tasks = 20_000;
        database = await servers.Databases.CreateAsync(engine, folder);
        var (project, path, done) = (0L, "", 0L);
        for (var crash = 0; crash < Crashes; crash++)
        {
            await using var server = await StartAsync();
            if (crash == 0)
            {
                project = await server.Admin.CreateProjectAsync();
                var source = await server.Admin.AnnotateAsync((await server.Admin.ImportTextsAsync(project, Tasks))[0]);
                var request = new HttpRequestMessage(HttpMethod.Post, $"/api/dm/actions/?id=propagate_annotations&project={project}") { Content = JsonContent.Create(new { source_annotation_id = source }) };
                path = (await server.Admin.SendAsync(request.RespondAsync())).ShouldHaveStatus(202).Headers["Location"];
            }
            var before = done;
            await Storing.UntilAsync(async () => (done = (await server.Admin.GetAsync(path)).ShouldHaveStatus(200).Json["done"]!.GetValue<long>()) > before || done == Tasks, seconds: 30);
            await server.KillAsync();
        }

        await using var restarted = await StartAsync();
        var ended = await restarted.Admin.EndOfImportAsync(path);

        ended["result"]!["detail"]!.GetValue<string>().ShouldBe($"Created {Tasks - 1} annotations");
        var counts = (await restarted.Admin.GetAsync($"/api/projects/{project}/")).Json;
        counts["total_annotations_number"]!.GetValue<int>().ShouldBe(Tasks);
        counts["num_tasks_with_annotations"]!.GetValue<int>().ShouldBe(Tasks);
        (await restarted.Admin.TasksAsync(project)).ShouldAllBe(task => task["total_annotations"]!.GetValue<int>() == 1);
    }

    [Theory, EachEngine]
    public async Task A_dataset_leaves_no_files_of_the_attempt_that_was_killed(Engine engine)
    {
        const int Images = 1500;
        database = await servers.Databases.CreateAsync(engine, folder);
        var (project, path, media) = (0L, "", Path.Combine(folder.FullName, "media"));
        string[] Stored() => Directory.Exists(Path.Combine(media, "upload")) ? Directory.GetFiles(Path.Combine(media, "upload"), "*.png", SearchOption.AllDirectories) : [];
        await using (var server = await StartAsync())
        {
            project = await server.Admin.CreateProjectAsync(Importing.AnyData);
            var request = DatasetImportTests.Request(project, "?format=yolo", ("set.zip", DatasetImportTests.Archive(
                [("classes.txt", "cat"u8.ToArray()), .. Enumerable.Range(0, Images).Select(image => ($"images/{image}.png", DatasetImportTests.Png(10, 10)))])));
            path = (await server.Admin.SendAsync(request.RespondAsync())).ShouldHaveStatus(202).Headers["Location"];
            // By now some have rows, and some have none yet.
            await Storing.UntilAsync(() => Task.FromResult(Stored().Length > 500));
            await server.KillAsync();
        }
        Stored().Length.ShouldBeLessThan(Images);

        await using var restarted = await StartAsync();
        (await restarted.Admin.EndOfImportAsync(path))["status"]!.GetValue<string>().ShouldBe("completed");

        (await restarted.Admin.TaskNumberAsync(project)).ShouldBe(Images);
        await Storing.UntilAsync(() => Task.FromResult(Stored().Length == Images));
        (await restarted.Admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json.AsArray().Select(upload => Path.GetFileName(upload!["file"]!.GetValue<string>()))
            .ShouldBe(Stored().Select(Path.GetFileName), ignoreOrder: true);
        Directory.GetFiles(Path.Combine(media, "imports")).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(media, "upload"), "*.zip", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Predictions_are_asked_for_from_where_a_crash_interrupted()
    {
        const int Tasks = 2500;
        const int Together = 1000;
        database = await servers.Databases.CreateAsync(Engine.Sqlite, folder);
        var (asked, isOn, isRestarted) = (new ConcurrentQueue<long[]>(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        await using var model = await Peer.StartAsync(async (request, gone) =>
        {
            if (request.Path != "/predict") return (200, request.Path == "/setup" ? new { model_version = "v1" } : new { status = "UP" });
            var ids = request.Body!["tasks"]!.AsArray().Select(task => task!["id"]!.GetValue<long>()).ToArray();
            asked.Enqueue(ids);
            // It has nothing to say to the first tasks, and is interrupted at the second ones.
            if (asked.Count == 1) return (200, new { results = Array.Empty<object>() });
            if (!Volatile.Read(ref isRestarted))
            {
                isOn.TrySetResult();
                await Task.Delay(Timeout.Infinite, gone);
            }
            return (200, (object)new { results = ids.Select(_ => new { result = Array.Empty<object>(), score = 0.5, model_version = "v1" }) });
        });
        var (project, path) = (0L, "");
        long[] tasks;
        await using (var server = await StartAsync())
        {
            project = await server.Admin.CreateProjectAsync();
            tasks = await server.Admin.ImportTextsAsync(project, Tasks);
            (await server.Admin.PostAsync("/api/ml/", new { project, url = model.Address })).ShouldHaveStatus(201);
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/dm/actions/?id=retrieve_tasks_predictions&project={project}") { Content = JsonContent.Create(new { }) };
            path = (await server.Admin.SendAsync(request.RespondAsync())).ShouldHaveStatus(202).Headers["Location"];
            await isOn.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            await server.KillAsync();
        }
        Volatile.Write(ref isRestarted, true);

        await using var restarted = await StartAsync();
        var ended = await restarted.Admin.EndOfImportAsync(path);

        ended["status"]!.GetValue<string>().ShouldBe("completed");
        ended["done"]!.GetValue<int>().ShouldBe(Tasks);
        asked.Select(ids => ids[0]).ShouldBe([tasks[0], tasks[Together], tasks[Together], tasks[2 * Together]]);
        (await restarted.Admin.GetAsync($"/api/projects/{project}/")).Json["total_predictions_number"]!.GetValue<int>().ShouldBe(Tasks - Together);
    }

    [Fact]
    public async Task A_storage_is_imported_once()
    {
        const int Objects = 24;
        const int TasksPerObject = 400;
        database = await servers.Databases.CreateAsync(Engine.Sqlite, folder);
        var path = folder.CreateSubdirectory("root/tasks").FullName;
        for (var file = 0; file < Objects; file++)
            await File.WriteAllLinesAsync(Path.Combine(path, $"{file:00}.jsonl"), Enumerable.Range(0, TasksPerObject).Select(row => $"{{\"text\": \"{file} {row}\"}}"), TestContext.Current.CancellationToken);
        var (project, storage) = (0L, 0L);
        for (var crash = 0; crash < Crashes; crash++)
        {
            await using var server = await StartAsync();
            if (crash == 0)
            {
                project = await server.Admin.CreateProjectAsync();
                storage = await server.Admin.ConnectAsync("localfiles", new { project, path });
            }
            var before = await server.Admin.TaskNumberAsync(project);
            var synchronizing = server.Admin.PostAsync($"/api/storages/localfiles/{storage}/sync", new { });
            await Storing.UntilAsync(async () => await server.Admin.TaskNumberAsync(project) > before || synchronizing.IsCompleted);
            await server.KillAsync();
            await synchronizing.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await using var restarted = await StartAsync();
        await restarted.Admin.SyncCountAsync("localfiles", storage);

        var data = await restarted.Admin.DataAsync(project);
        data.Length.ShouldBe(Objects * TasksPerObject);
        data.Distinct().Count().ShouldBe(Objects * TasksPerObject);
        (await restarted.Admin.TaskNumberAsync(project)).ShouldBe(Objects * TasksPerObject);
    }

    [Fact]
    public async Task What_annotations_cause_happens()
    {
        const int Annotations = 6;
        database = await servers.Databases.CreateAsync(Engine.Sqlite, folder);
        var (told, trained, isDown) = (new ConcurrentQueue<long>(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), true);
        await using var receiver = await Peer.StartAsync((request, _) =>
        {
            told.Enqueue(request.Body!["annotation"]!["id"]!.GetValue<long>());
            return Task.FromResult<(int, object?)>((200, null));
        });
        await using var model = await Peer.StartAsync(async (request, gone) =>
        {
            if (request.Action == "START_TRAINING")
            {
                if (Volatile.Read(ref isDown)) await Task.Delay(Timeout.Infinite, gone);
                trained.TrySetResult();
            }
            return (200, request.Path == "/setup" ? new { model_version = "v1" } : new { status = "UP" });
        });
        var bucket = await s3.CreateBucketAsync();
        var acknowledged = new List<long>();
        long project = 0;
        long[] tasks = [];
        for (var crash = 0; crash < Crashes; crash++)
        {
            await using var server = await StartAsync();
            if (crash == 0)
            {
                project = await server.Admin.CreateProjectAsync();
                tasks = await server.Admin.ImportTextsAsync(project, Crashes * Annotations);
                (await server.Admin.PostAsync("/api/webhooks/", new { project, url = receiver.Address, send_for_all_actions = false, actions = new[] { "ANNOTATION_CREATED" } })).ShouldHaveStatus(201);
                await server.Admin.ConnectAsync("export/s3", new { project, bucket, s3_endpoint = s3.Address, aws_access_key_id = S3Service.Key, aws_secret_access_key = S3Service.Secret });
                (await server.Admin.PostAsync("/api/ml/", new { project, url = model.Address })).ShouldHaveStatus(201);
                (await server.Admin.PatchAsync($"/api/projects/{project}/", new { min_annotations_to_start_training = Annotations })).ShouldHaveStatus(200);
            }
            for (var i = 0; i < Annotations; i++) acknowledged.Add(await server.Admin.AnnotateAsync(tasks[acknowledged.Count]));
            await server.KillAsync();
        }
        Volatile.Write(ref isDown, false);

        await using var restarted = await StartAsync();

        await Storing.UntilAsync(() => Task.FromResult(told.Contains(acknowledged[^1])));
        // What was being told when the process ended may be told again.
        told.Distinct().ShouldBe(acknowledged);
        await Storing.UntilAsync(async () => (await s3.KeysAsync(bucket)).Length == acknowledged.Count);
        (await s3.KeysAsync(bucket)).ShouldBe(acknowledged.Select(id => $"{id}"), ignoreOrder: true);
        await trained.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(
        folder.FullName, database!, ("LOCAL_FILES_SERVING_ENABLED", "true"), ("LOCAL_FILES_DOCUMENT_ROOT", Path.Combine(folder.FullName, "root")));
}
