using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Storages;

/// <summary>Redis storages, with a real server.</summary>
public sealed class RedisTests(TestServers servers, RedisService redis) : IClassFixture<RedisService>
{
    [Theory, EachEngine]
    public async Task The_values_of_keys_are_tasks(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var database = await redis.CreateDatabaseAsync(
            ("tasks:1", """{"text": "a"}"""), ("tasks:2", """[{"data": {"text": "b"}, "annotations": [{"result": []}]}, {"text": "c"}]"""), ("tasks:old", """{"text": "d"}"""), ("others:1", "no task"));
        var project = await server.Admin.CreateProjectAsync();
        // Files there are none in Redis, whatever the switch says.
        var storage = await server.Admin.ConnectAsync("redis", Settings(project, database.Database, new { path = "tasks:", regex_filter = @"tasks:\d", use_blob_urls = true }));

        (await server.Admin.SyncCountAsync("redis", storage)).ShouldBe(3);
        (await server.Admin.SyncCountAsync("redis", storage)).ShouldBe(0);

        var tasks = (await server.Admin.GetAsync($"/api/tasks?project={project}&fields=all")).ShouldHaveStatus(200).Json["tasks"]!.AsArray();
        tasks.Select(task => task!["data"]!["text"]!.GetValue<string>()).ShouldBe(["a", "b", "c"], ignoreOrder: true);
        tasks.Sum(task => task!["total_annotations"]!.GetValue<int>()).ShouldBe(1);
        var files = (await server.Admin.PostAsync("/api/storages/redis/files", Settings(project, database.Database, new { path = "tasks:" }))).ShouldHaveStatus(200);
        files.Json["files"]!.AsArray().Select(file => file!["key"]!.GetValue<string>()).ShouldBe(["tasks:1", "tasks:2", "tasks:old"]);
    }

    [Theory, EachEngine]
    public async Task What_is_no_task_ends_the_synchronization(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var database = await redis.CreateDatabaseAsync(("a", """{"text": "a"}"""), ("b", "no task"));
        var project = await server.Admin.CreateProjectAsync();
        var storage = await server.Admin.ConnectAsync("redis", Settings(project, database.Database));

        var unreadable = await server.Admin.SyncAsync("redis", storage);
        await database.KeyDeleteAsync("b");
        await database.HashSetAsync("c", "text", "in a hash");
        var hash = await server.Admin.SyncAsync("redis", storage);

        unreadable["status"]!.GetValue<string>().ShouldBe("failed");
        unreadable["traceback"]!.GetValue<string>().ShouldStartWith("Can't import JSON-formatted tasks from b.");
        hash["status"]!.GetValue<string>().ShouldBe("failed");
        hash["traceback"]!.GetValue<string>().ShouldContain("WRONGTYPE");
    }

    [Theory, EachEngine]
    public async Task Annotations_are_written_when_they_are_saved_and_removed_with_them(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var database = await redis.CreateDatabaseAsync();
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 2);
        var first = await server.Admin.AnnotateAsync(tasks[0]);
        var storage = await server.Admin.ConnectAsync("export/redis", Settings(project, database.Database, new { path = "ignored", can_delete_objects = true }));
        await Storing.UntilAsync(async () => (await redis.KeysAsync(database)).SequenceEqual([$"{first}"]));

        var second = await server.Admin.AnnotateAsync(tasks[1]);

        await Storing.UntilAsync(() => database.KeyExistsAsync($"{second}"));
        JsonNode.Parse((string)(await database.StringGetAsync($"{second}"))!)!["task"]!["id"]!.GetValue<long>().ShouldBe(tasks[1]);
        (await server.Admin.SyncCountAsync("export/redis", storage)).ShouldBe(2);
        (await server.Admin.DeleteAsync($"/api/annotations/{first}/")).ShouldHaveStatus(204);
        await Storing.UntilAsync(async () => (await redis.KeysAsync(database)).SequenceEqual([$"{second}"]));
    }

    [Theory, EachEngine]
    public async Task The_password_is_kept_encrypted_and_never_answered(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var created = (await server.Admin.PostAsync("/api/storages/redis", Settings(project, 1))).ShouldHaveStatus(201);

        created.Text.ShouldNotContain(RedisService.Password);
        created.Json.AsObject().ContainsKey("password").ShouldBeFalse();
        (await server.Admin.PatchAsync($"/api/storages/redis/{created.Id}", new { title = "Kept" })).ShouldHaveStatus(200).Text.ShouldNotContain(RedisService.Password);
        (await server.Admin.PostAsync("/api/storages/redis/validate", new { id = created.Id, project, host = "127.0.0.1", port = $"{redis.Port}" })).ShouldHaveStatus(200);
        await using var connection = await server.Services.GetRequiredService<Database>().ReadAsync(TestContext.Current.CancellationToken);
        var stored = await connection.QuerySingleAsync<(string Settings, string Secrets)>("SELECT settings, sealed_secrets FROM storages WHERE id = @Id", new { created.Id });
        (stored.Settings + stored.Secrets).ShouldNotContain(RedisService.Password);
    }

    [Theory, EachEngine]
    public async Task Each_direction_has_its_database_where_none_is_named(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();

        var import = (await server.Admin.PostAsync("/api/storages/redis", Settings(project, null))).ShouldHaveStatus(201).Json;
        var export = (await server.Admin.PostAsync("/api/storages/export/redis", Settings(project, null, new { synchronizable = false }))).ShouldHaveStatus(201).Json;

        import["db"]!.GetValue<int>().ShouldBe(1);
        export["db"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory, EachEngine]
    public async Task What_cannot_be_reached_is_refused_with_the_reason(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        using var manager = await server.InviteManagerAsync();

        async Task<string> RefusalAsync(ApiClient client, object more) =>
            (await client.PostAsync("/api/storages/redis", Settings(project, 1, more))).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single();

        (await RefusalAsync(server.Admin, new { password = "wrong" })).ShouldBe("Can't connect to Redis server.");
        (await RefusalAsync(server.Admin, new { port = "1" })).ShouldBe("Can't connect to Redis server.");
        (await RefusalAsync(server.Admin, new { port = "no port" })).ShouldBe("Can't connect to Redis server.");
        (await RefusalAsync(server.Admin, new { db = 1_000_000 })).ShouldStartWith("Redis answered: ");
        (await RefusalAsync(server.Admin, new { host = "169.254.169.254" })).ShouldContain("reserved network address");
        (await RefusalAsync(manager, new { })).ShouldContain("reserved network address");
    }

    private JsonObject Settings(long project, int? database, object? more = null)
    {
        var settings = new JsonObject { ["project"] = project, ["host"] = "127.0.0.1", ["port"] = $"{redis.Port}", ["password"] = RedisService.Password };
        if (database is not null) settings["db"] = database;
        return settings.With(more);
    }
}
