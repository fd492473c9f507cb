using Goldset.Data;
using Goldset.Server.Tests.Durability;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;

namespace Goldset.Server.Tests.Storages;

/// <summary>The process is killed while it synchronizes: the next synchronization goes on, and nothing comes twice.</summary>
public sealed class StorageCrashTests(TestServers servers) : IAsyncLifetime
{
    private const int Files = 12;
    private const int TasksPerFile = 1500;

    private readonly DirectoryInfo folder = servers.Folder.CreateSubfolder();
    private string? database;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await servers.Databases.DropAsync(database);
        folder.Delete(recursive: true);
    }

    [Theory, EachEngine]
    public async Task An_interrupted_synchronization_is_completed_by_the_next(Engine engine)
    {
        database = await servers.Databases.CreateAsync(engine, folder);
        var path = folder.CreateSubdirectory("root/tasks").FullName;
        for (var file = 0; file < Files; file++)
            await File.WriteAllLinesAsync(Path.Combine(path, $"{file:00}.jsonl"), Enumerable.Range(0, TasksPerFile).Select(row => $"{{\"text\": \"{file} {row}\"}}"), TestContext.Current.CancellationToken);
        long project;
        long storage;
        await using (var server = await StartAsync())
        {
            project = await server.Admin.CreateProjectAsync();
            storage = await server.Admin.ConnectAsync("localfiles", new { project, path });
            var synchronizing = server.Admin.PostAsync($"/api/storages/localfiles/{storage}/sync", new { });
            await Storing.UntilAsync(async () => await server.Admin.TaskNumberAsync(project) >= 2 * TasksPerFile);
            await server.KillAsync();
            await Should.ThrowAsync<HttpRequestException>(synchronizing);
        }

        await using var restarted = await StartAsync();
        var before = await restarted.Admin.TaskNumberAsync(project);
        (before % TasksPerFile).ShouldBe(0);
        before.ShouldBeLessThan(Files * TasksPerFile);
        // On PostgreSQL another process might be at it, until it has been silent for long enough.
        await Storing.UntilAsync(async () => (await restarted.Admin.GetAsync($"/api/storages/localfiles/{storage}")).Json["status"]!.GetValue<string>() == "failed", seconds: 60);

        (await restarted.Admin.SyncCountAsync("localfiles", storage)).ShouldBe((Files * TasksPerFile) - before);

        var data = await restarted.Admin.DataAsync(project);
        data.Distinct().Count().ShouldBe(Files * TasksPerFile);
        data.Length.ShouldBe(Files * TasksPerFile);
        (await restarted.Admin.TaskNumberAsync(project)).ShouldBe(Files * TasksPerFile);
    }

    private Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(folder.FullName, database!,
        ("LOCAL_FILES_SERVING_ENABLED", "true"), ("LOCAL_FILES_DOCUMENT_ROOT", Path.Combine(folder.FullName, "root")));
}
