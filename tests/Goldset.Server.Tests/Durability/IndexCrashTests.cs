using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Goldset.Server.Tests.Storages;

namespace Goldset.Server.Tests.Durability;

/// <summary>Indexes on demand, whose making is interrupted by a crash or wanted by several nodes at once.</summary>
public sealed class IndexCrashTests(TestServers servers) : IAsyncLifetime
{
    private const int Tasks = 6000;
    private const int Seconds = 60;

    private readonly DirectoryInfo folder = servers.Folder.CreateSubfolder();
    private string? name;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (name is not null) await servers.Databases.DropAsync(name);
        folder.Delete(recursive: true);
    }

    [Theory, EachEngine]
    public async Task An_index_that_a_crash_interrupted_is_made_after_the_next_start(Engine engine)
    {
        await using var database = await DatabaseAsync(engine);
        long project;
        await using (var holder = await database.ReadAsync(TestContext.Current.CancellationToken))
        await using (var server = await StartAsync())
        {
            project = await ProjectAsync(server);
            if (engine == Engine.Sqlite)
            {
                await SortAsync(server, project);
                // From here on somebody else has the writer, and the index has to wait for it.
                await Storing.UntilAsync(async () => await StatusAsync(database, project) is not null, Seconds);
                await holder.ExecuteAsync("BEGIN IMMEDIATE");
            }
            else
            {
                // An index is made beside all others, but not finished while somebody looks at the table as it was before.
                await holder.ExecuteAsync("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT COUNT(*) FROM tasks");
                await SortAsync(server, project);
                await Storing.UntilAsync(async () => (await IndexesAsync(database)).Any(isValid => !isValid), Seconds);
            }
            await server.KillAsync();
            await holder.ExecuteAsync("ROLLBACK");
        }

        await using var restarted = await StartAsync();
        await Storing.UntilAsync(async () => await StatusAsync(database, project) == "ready", Seconds);

        (await IndexesAsync(database)).ShouldBe([true]);
        (await SortAsync(restarted, project)).ShouldBe(Enumerable.Range(0, 5));
    }

    [Fact]
    public async Task Two_nodes_make_an_index_once()
    {
        await using var database = await DatabaseAsync(Engine.Postgres);
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var project = await ProjectAsync(first);

        await Task.WhenAll(Enumerable.Range(0, 6).SelectMany(_ => new[] { SortAsync(first, project), SortAsync(second, project) }));
        await Storing.UntilAsync(async () => await StatusAsync(database, project) == "ready", Seconds);

        (await IndexesAsync(database)).ShouldBe([true]);
        (await SortAsync(second, project)).ShouldBe(Enumerable.Range(0, 5));
    }

    private static async Task<long> ProjectAsync(ServerProcess server)
    {
        var project = await server.Admin.CreateProjectAsync(Importing.AnyData);
        var tasks = JsonSerializer.Serialize(Enumerable.Range(0, Tasks).Select(n => new { text = $"text {n}", size = (n + 100) % Tasks }));
        (await server.Admin.PostAsync($"/api/projects/{project}/import", tasks)).ShouldHaveStatus(201);
        return project;
    }

    /// <summary>The first sizes, by a list that has use for an index.</summary>
    private static async Task<IEnumerable<int>> SortAsync(ServerProcess server, long project)
    {
        var query = Uri.EscapeDataString("""{"ordering":["tasks:data.size"],"columnsDisplayType":{"tasks:data.size":"Number"}}""");
        var page = (await server.Admin.GetAsync($"/api/tasks/?project={project}&page_size=5&query={query}")).ShouldHaveStatus(200).Json;
        return page["tasks"]!.AsArray().Select(task => task!["data"]!["size"]!.GetValue<int>());
    }

    private static async Task<string?> StatusAsync(Database database, long project)
    {
        await using var connection = await database.ReadAsync(TestContext.Current.CancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string>("SELECT status FROM task_indexes WHERE project_id = @project", new { project });
    }

    /// <summary>Of each index on demand whether it is whole.</summary>
    private static async Task<IEnumerable<bool>> IndexesAsync(Database database)
    {
        await using var connection = await database.ReadAsync(TestContext.Current.CancellationToken);
        return await connection.QueryAsync<bool>(database.Engine == Engine.Postgres
            ? "SELECT i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname LIKE 'task\\_index\\_%'"
            : "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name LIKE 'task\\_index\\_%' ESCAPE '\\'");
    }

    private async Task<Database> DatabaseAsync(Engine engine)
    {
        name = await servers.Databases.CreateAsync(engine, folder);
        return Database.Open(name);
    }

    private Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(folder.FullName, name!);
}
