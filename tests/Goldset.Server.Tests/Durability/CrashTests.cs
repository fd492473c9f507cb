using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Durability;

/// <summary>The process is killed at work: what was acknowledged is there after the next start, and nothing is there by half.</summary>
public sealed class CrashTests(TestServers servers) : IAsyncLifetime
{
    private const int Crashes = 5;
    private const int Annotators = 4;
    private const int ImportedTasks = 20_000;

    private readonly DirectoryInfo folder = servers.Folder.CreateSubfolder();
    private string? database;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await servers.Databases.DropAsync(database);
        folder.Delete(recursive: true);
    }

    [Theory, EachEngine]
    public async Task Acknowledged_annotations_survive(Engine engine)
    {
        database = await servers.Databases.CreateAsync(engine, folder);
        var acknowledged = new ConcurrentDictionary<string, long>();
        long project = 0;
        long[] tasks = [];

        for (var crash = 0; crash < Crashes; crash++)
        {
            await using var server = await ServerProcess.StartAsync(folder.FullName, database);
            if (crash == 0)
            {
                project = await server.Admin.CreateProjectAsync();
                tasks = await server.Admin.ImportTextsAsync(project, 50);
            }

            var until = acknowledged.Count + 20 + (7 * crash);
            var working = Enumerable.Range(0, Annotators).Select(_ => AnnotateUntilKilledAsync(server, tasks, acknowledged, until)).ToArray();
            await Task.WhenAny(working);
            await server.KillAsync();
            await Task.WhenAll(working);
        }

        await using var restarted = await ServerProcess.StartAsync(folder.FullName, database);
        var exported = (await restarted.Admin.GetAsync($"/api/projects/{project}/export?exportType=JSON&download_all_tasks=true")).ShouldHaveStatus(200).Json.AsArray();
        var stored = exported.SelectMany(task => task!["annotations"]!.AsArray()).ToDictionary(
            annotation => annotation!["unique_id"]!.GetValue<string>(), annotation => annotation!["id"]!.GetValue<long>());
        acknowledged.Except(stored).ShouldBeEmpty();
        foreach (var task in exported)
            task!["total_annotations"]!.GetValue<int>().ShouldBe(task["annotations"]!.AsArray().Count);
        var counters = (await restarted.Admin.GetAsync($"/api/projects/{project}/")).Json;
        counters["total_annotations_number"]!.GetValue<int>().ShouldBe(stored.Count);
        counters["task_number"]!.GetValue<int>().ShouldBe(tasks.Length);
        await CheckFileAsync(engine);
    }

    [Theory, EachEngine]
    public async Task An_import_is_there_wholly_or_not_at_all(Engine engine)
    {
        database = await servers.Databases.CreateAsync(engine, folder);
        for (var crash = 0; crash < Crashes; crash++)
        {
            long project;
            bool acknowledged;
            await using (var server = await ServerProcess.StartAsync(folder.FullName, database))
            {
                project = await server.Admin.CreateProjectAsync();
                // From the first quarter of the body to the moment all of it was sent.
                acknowledged = await ImportUntilKilledAsync(server, project, ImportedTasks * (crash + 1) / Crashes);
            }

            await using var restarted = await ServerProcess.StartAsync(folder.FullName, database);
            var there = await CountTasksAsync(restarted.Admin, project);
            there.ShouldBeOneOf(acknowledged ? [ImportedTasks] : [0, ImportedTasks]);
            await restarted.Admin.ImportTextsAsync(project, 3);
            (await CountTasksAsync(restarted.Admin, project)).ShouldBe(there + 3);
        }

        await CheckFileAsync(engine);
    }

    private static async Task AnnotateUntilKilledAsync(ServerProcess server, long[] tasks, ConcurrentDictionary<string, long> acknowledged, int until)
    {
        using var annotator = new ApiClient(server.Address, server.Admin.Token);
        try
        {
            while (acknowledged.Count < until)
            {
                var id = Guid.NewGuid().ToString();
                var result = new[] { new { from_name = "label", to_name = "text", type = "choices", value = new { choices = new[] { "pos" } } } };
                var reply = await annotator.PostAsync($"/api/tasks/{Random.Shared.GetItems(tasks, 1)[0]}/annotations/", new { result, unique_id = id });
                acknowledged[id] = reply.ShouldHaveStatus(201).Id;
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed before it answered: the annotation may be stored or not.
        }
    }

    private static async Task<bool> ImportUntilKilledAsync(ServerProcess server, long project, int killAfter)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", server.Admin.Token);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var tasks = new GrowingTasks(ImportedTasks, sent => { if (sent >= killAfter) reached.TrySetResult(); });
        tasks.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var importing = client.PostAsync($"/api/projects/{project}/import", tasks);
        await Task.WhenAny(importing, reached.Task);
        await server.KillAsync();
        try
        {
            using var response = await importing;
            ((int)response.StatusCode).ShouldBe(201);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<int> CountTasksAsync(ApiClient client, long project)
    {
        var listed = (await client.GetAsync($"/api/tasks/?project={project}&page_size=1")).ShouldHaveStatus(200).Json;
        var counted = (await client.GetAsync($"/api/projects/{project}/")).ShouldHaveStatus(200).Json["task_number"]!.GetValue<int>();
        listed["total"]!.GetValue<int>().ShouldBe(counted);
        return counted;
    }

    private async Task CheckFileAsync(Engine engine)
    {
        if (engine != Engine.Sqlite) return;
        await using var opened = Database.Open(database!);
        await using var connection = await opened.ReadAsync(TestContext.Current.CancellationToken);
        (await connection.QueryAsync<string>("PRAGMA integrity_check")).ShouldBe(["ok"]);
    }
}
