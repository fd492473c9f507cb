using Dapper;
using Goldset.Data;
using Goldset.Server.DataManager;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.DataManager;

/// <summary>Indexes that are made because lists have use for them, and the search over all words.</summary>
public class TaskIndexTests(TestServers servers)
{
    private const int Tasks = 6000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Animals = ["Cat", "dog", "Äffchen", "cow"];

    [Theory, EachEngine]
    public async Task A_field_that_is_used_gets_an_index_and_lists_stay_as_they_were(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await ProjectAsync(server);
        var query = Uri.EscapeDataString("""
            {"filters":{"conjunction":"and","items":[{"filter":"filter:tasks:data.animal","operator":"equal","type":"String","value":"dog"}]},"ordering":["-tasks:data.size"],"columnsDisplayType":{"tasks:data.size":"Number"}}
            """);
        var before = await server.Admin.GetAsync($"/api/tasks/?project={project}&page=3&page_size=50&query={query}");
        before.Json["total"]!.GetValue<int>().ShouldBe(Tasks / Animals.Length);

        await EventuallyAsync(server, project, "text", "number");

        var after = await server.Admin.GetAsync($"/api/tasks/?project={project}&page=3&page_size=50&query={query}");
        after.Text.ShouldBe(before.Text);
        after.Json["tasks"]!.AsArray().Select(task => task!["data"]!["size"]!.GetValue<int>()).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task Nobody_who_saves_something_waits_for_an_index_on_SQLite()
    {
        var database = (await servers.SharedAsync(Engine.Sqlite)).Services.GetRequiredService<Database>();
        var hasBegun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var making = database.WriteAsync(WriteLane.Yielding, async tx =>
        {
            await tx.ExecuteAsync("CREATE TABLE half_made (x)");
            hasBegun.SetResult();
            // It would go on for minutes.
            await tx.ExecuteAsync("INSERT INTO half_made WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 2000000000) SELECT MAX(x) FROM n");
        }, TestContext.Current.CancellationToken);
        await hasBegun.Task;

        var tables = await database.WriteAsync(
            WriteLane.Labeling, tx => tx.QueryFirstOrDefaultAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'half_made'"), TestContext.Current.CancellationToken);

        await Should.ThrowAsync<WriteGaveWayException>(making);
        tables.ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task A_project_that_is_deleted_takes_its_indexes_along(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await ProjectAsync(server);
        await FoundAsync(server.Admin, project, "dog");
        var filters = Uri.EscapeDataString("""{"ordering":["tasks:data.size"]}""");
        await server.Admin.GetAsync($"/api/tasks/?project={project}&query={filters}");
        await EventuallyAsync(server, project, "search", "text");
        (await NamesAsync(server, project)).ShouldNotBeEmpty();

        (await server.Admin.DeleteAsync($"/api/projects/{project}/")).ShouldHaveStatus(204);
        while (!await server.Services.GetRequiredService<TaskIndexWorker>().SweepAsync(TestContext.Current.CancellationToken)) await Task.Delay(50, TestContext.Current.CancellationToken);

        (await NamesAsync(server, project)).ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task A_search_finds_tasks_by_the_beginnings_of_words_before_and_after_it_has_an_index(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var admin = server.Admin;
        var project = await ProjectAsync(server);

        await CheckAsync();
        await EventuallyAsync(server, project, "search");
        await CheckAsync();

        // Newer than the index.
        var added = await admin.ImportAsync(project, new[] { new { animal = "Giraffe", size = 1, note = "newly-arrived" } });
        (await FoundAsync(admin, project, "gira NEWLY")).ShouldBe(added);
        var first = (await FoundAsync(admin, project, "7"))[0];
        // Older than the index.
        (await admin.PatchAsync($"/api/tasks/{first}/", new { data = new { animal = "Okapi", size = 1 } })).ShouldHaveStatus(200);
        (await FoundAsync(admin, project, "okapi")).ShouldBe([first]);
        (await FoundAsync(admin, project, "7")).ShouldNotContain(first);
        (await admin.DeleteAsync($"/api/tasks/{first}/")).ShouldHaveStatus(204);
        (await FoundAsync(admin, project, "okapi")).ShouldBeEmpty();

        async Task CheckAsync()
        {
            (await FoundAsync(admin, project, "äFF")).Count.ShouldBe(Tasks / Animals.Length);
            (await FoundAsync(admin, project, "size4201, dog")).Count.ShouldBe(1);
            (await FoundAsync(admin, project, "ow")).ShouldBeEmpty("it begins no word");
            (await FoundAsync(admin, project, "?!")).ShouldBeEmpty();
            var filtered = Uri.EscapeDataString("""
                {"filters":{"conjunction":"and","items":[{"filter":"filter:tasks:search","operator":"not_contains","type":"String","value":"dog"},{"filter":"filter:tasks:data.size","operator":"less","type":"Number","value":8}]}}
                """);
            (await admin.GetAsync($"/api/tasks/?project={project}&query={filtered}")).Json["total"]!.GetValue<int>().ShouldBe(6);
        }
    }

    [Theory, EachEngine]
    public async Task An_action_runs_on_what_a_search_finds(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        var tasks = await admin.ImportAsync(project, new[] { new { text = "a cat" }, new { text = "a dog" }, new { text = "two cats" } });

        (await admin.PostAsync($"/api/dm/actions/?id=delete_tasks&project={project}", new { search = "cat", selectedItems = new { all = true, excluded = Array.Empty<long>() } })).Detail.ShouldBe("Deleted 2 tasks");

        (await FoundAsync(admin, project, "a")).ShouldBe([tasks[1]]);
    }

    [Theory, EachEngine]
    public async Task A_task_whose_text_is_none_of_the_database_s_does_not_hide_the_others(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        await admin.ImportAsync(project, """[{"text":"nothing \u0000 here"},{"text":"half \ud800 pair"},{"text":"plain here"}]""");
        var query = Uri.EscapeDataString("""{"filters":{"conjunction":"and","items":[{"filter":"filter:tasks:data.text","operator":"contains","type":"String","value":"PLAIN"}]}}""");

        (await admin.GetAsync($"/api/tasks/?project={project}&query={query}")).ShouldHaveStatus(200).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await FoundAsync(admin, project, "here")).Count.ShouldBe(2);
        (await FoundAsync(admin, project, "pair")).Count.ShouldBe(1);
    }

    private static async Task<long> ProjectAsync(TestServer server)
    {
        var project = await server.Admin.CreateProjectAsync(Importing.AnyData);
        (await server.Admin.PostAsync($"/api/projects/{project}/import", Json(Enumerable.Range(0, Tasks)))).ShouldHaveStatus(201);
        return project;
    }

    private static string Json(IEnumerable<int> numbers) =>
        "[" + string.Join(',', numbers.Select(n => $$"""{"animal":"{{Animals[n % Animals.Length]}}","size":{{n}},"note":"x/size{{n}} & more"}""")) + "]";

    private static async Task<IReadOnlyList<long>> FoundAsync(ApiClient client, long project, string search)
    {
        var page = (await client.GetAsync($"/api/tasks/?project={project}&page_size={Tasks}&search={Uri.EscapeDataString(search)}&include=id")).ShouldHaveStatus(200).Json;
        var ids = page["tasks"]!.AsArray().Select(task => task!["id"]!.GetValue<long>()).ToList();
        page["total"]!.GetValue<int>().ShouldBe(ids.Count);
        return ids;
    }

    /// <summary>Waits until the project has indexes of these kinds.</summary>
    private static async Task EventuallyAsync(TestServer server, long project, params string[] kinds)
    {
        var database = server.Services.GetRequiredService<Database>();
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            await using (var connection = await database.ReadAsync(TestContext.Current.CancellationToken))
            {
                var ready = await connection.QueryAsync<string>("SELECT kind FROM task_indexes WHERE project_id = @project AND status = 'ready'", new { project });
                // A descending order has an index of its own.
                if (kinds.All(kind => ready.Any(known => known.StartsWith(kind, StringComparison.Ordinal)))) return;
            }
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(until, "indexes are made in the background");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestServer server, long project)
    {
        var database = server.Services.GetRequiredService<Database>();
        await using var connection = await database.ReadAsync(TestContext.Current.CancellationToken);
        var names = await connection.QueryAsync<(string Name, string? Sql)>(database.Engine == Engine.Postgres
            ? "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'tasks'" : "SELECT name, sql FROM sqlite_master WHERE type <> 'trigger'");
        return names.Where(index => $"{index.Name}_".StartsWith($"task_search_{project}_", StringComparison.Ordinal)
            || (index.Name.StartsWith("task_index_", StringComparison.Ordinal) && index.Sql!.TrimEnd(')', ' ', '\n').EndsWith($"project_id = {project}", StringComparison.Ordinal))).Select(index => index.Name);
    }
}
