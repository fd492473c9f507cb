using System.Net;
using System.Net.Sockets;
using System.Text;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Import;

/// <summary>Imports of more tasks than fit into one transaction.</summary>
public sealed class LargeImportTests(TestServers servers)
{
    // More than two of the batches in which tasks are written, on either engine.
    private const int Tasks = 8500;

    [Theory, EachEngine]
    public async Task Tasks_appear_all_at_once_with_their_ids_in_order(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var ids = await admin.ImportTextsAsync(project, Tasks);

        var tasks = await admin.TasksAsync(project);
        tasks.Select(task => task["id"]!.GetValue<long>()).ShouldBe(ids);
        tasks.Select(task => task["inner_id"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, Tasks));
        tasks.Select(task => task["data"]!["text"]!.GetValue<string>()).ShouldBe(Enumerable.Range(1, Tasks).Select(number => $"text {number}"));
        (await admin.TaskNumberAsync(project)).ShouldBe(Tasks);
        (await admin.GetAsync($"/api/projects/{project}/summary/")).Json["all_data_columns"]!.ToJsonString().ShouldBe($$"""{"text":{{Tasks}}}""");
    }

    [Theory, EachEngine]
    public async Task A_project_is_listed_whole_whatever_its_size(Engine engine)
    {
        // More than SQLite takes parameters.
        const int Many = 33_000;
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var ids = await admin.ImportTextsAsync(project, Many);

        (await admin.TasksAsync(project)).Select(task => task["id"]!.GetValue<long>()).ShouldBe(ids);
    }

    [Theory, EachEngine]
    public async Task Nobody_sees_the_tasks_of_an_import_under_way(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        await server.Admin.ImportTextsAsync(project, 2);
        using var import = await UnfinishedImport.BeginAsync(server, project, Tasks);
        await WaitForRowsAsync(server, project, rows => rows > 1000);

        (await server.Admin.TasksAsync(project)).Length.ShouldBe(2);
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(2);

        (await import.FinishAsync()).ShouldBe(HttpStatusCode.Created);
        (await server.Admin.TasksAsync(project)).Length.ShouldBe(Tasks + 2);
    }

    [Theory, EachEngine]
    public async Task A_fault_at_the_end_leaves_nothing(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var items = string.Join(',', Enumerable.Repeat("""{"text": "good"}""", Tasks));

        var errors = (await server.Admin.PostAsync($"/api/projects/{project}/import", $$"""[{{items}}, {"txt": "bad"}]""")).ShouldHaveStatus(400)
            .Json["validation_errors"]!["non_field_errors"]!.AsArray();

        errors.Count.ShouldBe(Tasks + 1);
        errors[Tasks]!.GetValue<string>().ShouldStartWith($"Error at item {Tasks}: ");
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(0);
        await WaitForRowsAsync(server, project, rows => rows == 0);
        await server.Admin.ImportTextsAsync(project, 1);
        (await server.Admin.TasksAsync(project))[0]["inner_id"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task A_connection_lost_midway_leaves_nothing(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        using (await UnfinishedImport.BeginAsync(server, project, Tasks))
            await WaitForRowsAsync(server, project, rows => rows > 1000);

        await WaitForRowsAsync(server, project, rows => rows == 0);
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(0);
        (await PendingAsync(server)).ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task Imports_at_the_same_time_share_the_numbers(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => admin.ImportTextsAsync(project, Tasks)).Append(admin.ImportTextsAsync(project, 5)));

        var tasks = await admin.TasksAsync(project);
        tasks.Select(task => task["inner_id"]!.GetValue<int>()).Order().ShouldBe(Enumerable.Range(1, (3 * Tasks) + 5));
        (await admin.TaskNumberAsync(project)).ShouldBe((3 * Tasks) + 5);
    }

    [Theory, EachEngine]
    public async Task What_a_dead_server_left_is_removed_and_stays_hidden_until_then(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        await server.Admin.ImportTextsAsync(project, 2);
        var database = server.Services.GetRequiredService<Database>();
        // As a server leaves it that was killed: tasks of a pending import that beats no more.
        await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("""
            INSERT INTO pending_imports (id, project_id, first_task_id, started_at, heartbeat) VALUES (1000000, @project, 1, 1, 1);
            UPDATE tasks SET import_id = 1000000 WHERE project_id = @project
            """, new { project }), TestContext.Current.CancellationToken);
        (await server.Admin.TasksAsync(project)).ShouldBeEmpty();

        // A failed import wakes the sweeper.
        await server.Admin.PostAsync($"/api/projects/{project}/import", string.Concat("[", string.Join(',', Enumerable.Repeat("""{"text": 1}""", Tasks)), ", 1]"));

        await WaitForRowsAsync(server, project, rows => rows == 0);
    }

    private static async Task<long> PendingAsync(TestServer server)
    {
        await using var connection = await server.Services.GetRequiredService<Database>().ReadAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM pending_imports");
    }

    private static async Task WaitForRowsAsync(TestServer server, long project, Func<long, bool> until)
    {
        var database = server.Services.GetRequiredService<Database>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var connection = await database.ReadAsync(limit.Token);
        while (!until(await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM tasks WHERE project_id = @project", new { project })) || (until(0) && await PendingAsync(server) > 0))
            await Task.Delay(20, limit.Token);
    }

    /// <summary>An import whose body stops before its end until it is told to go on.</summary>
    private sealed class UnfinishedImport : IDisposable
    {
        private readonly TcpClient client = new();
        private NetworkStream stream = null!;

        public static async Task<UnfinishedImport> BeginAsync(TestServer server, long project, int tasks)
        {
            var import = new UnfinishedImport();
            await import.client.ConnectAsync(server.Address.Host, server.Address.Port);
            import.stream = import.client.GetStream();
            await import.SendAsync($"POST /api/projects/{project}/import HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Token {server.Admin.Token}\r\n"
                + "Content-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
            // More than the server reads ahead, so that what it has taken is written.
            await import.ChunkAsync("[" + string.Join(',', Enumerable.Range(0, tasks).Select(number => $$"""{"text": "{{number}} {{new string('x', 500)}}"}""")));
            return import;
        }

        public async Task<HttpStatusCode> FinishAsync()
        {
            await ChunkAsync("]");
            await SendAsync("0\r\n\r\n");
            using var reader = new StreamReader(stream, leaveOpen: true);
            var status = (await reader.ReadLineAsync())!;
            await reader.ReadToEndAsync();
            return (HttpStatusCode)int.Parse(status.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }

        public void Dispose() => client.Dispose();

        private Task ChunkAsync(string text) => SendAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

        private async Task SendAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
