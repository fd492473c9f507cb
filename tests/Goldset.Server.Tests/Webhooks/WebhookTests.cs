using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Tests.Durability;
using Goldset.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Webhooks;

/// <summary>What receivers are told, and that telling them never gets in the way. The recorded exchanges cover the routes and the bodies.</summary>
public sealed class WebhookTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task Who_listens_to_an_organization_hears_of_all_its_projects(Engine engine)
    {
        await using var receiver = await Peer.StartAsync();
        await using var server = await servers.StartAsync(engine);
        await ListenToOrganizationAsync(server, receiver.Address + "/all");

        var project = await server.Admin.CreateProjectAsync(title: "First title");
        await server.Admin.PatchAsync($"/api/projects/{project}/", new { title = "Second title" });
        var tasks = await server.Admin.ImportTextsAsync(project, 3);
        var annotation = await server.Admin.AnnotateAsync(tasks[0]);
        (await server.Admin.DeleteAsync($"/api/projects/{project}/tasks/")).ShouldHaveStatus(204);
        (await server.Admin.DeleteAsync($"/api/projects/{project}/")).ShouldHaveStatus(204);

        var told = await receiver.TakeAsync(6);
        told.Select(event_ => event_.Action).ShouldBe(["PROJECT_CREATED", "PROJECT_UPDATED", "TASKS_CREATED", "ANNOTATION_CREATED", "TASKS_DELETED", "PROJECT_DELETED"]);
        told[0].Body!["project"]!["title"]!.GetValue<string>().ShouldBe("First title");
        told[1].Body!["project"]!["title"]!.GetValue<string>().ShouldBe("Second title");
        told[2].Body!["tasks"]!.AsArray().Select(IdOf).ShouldBe(tasks);
        told[3].Body!["annotation"]!["id"]!.GetValue<long>().ShouldBe(annotation);
        told[4].Body!["tasks"]!.AsArray().Select(IdOf).ShouldBe(tasks);
        told[4].Body!.AsObject().ContainsKey("project").ShouldBeFalse();
        told[5].Body!["project"]!.ToJsonString().ShouldBe($$"""{"id":{{project}}}""");
        receiver.Rest().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task A_receiver_hears_what_it_asked_for_with_its_headers(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        await using var receiver = await Peer.StartAsync();
        var project = await admin.CreateProjectAsync();
        var other = await admin.CreateProjectAsync();
        await CreateAsync(admin, new
        {
            project,
            url = receiver.Address + "/some",
            send_for_all_actions = false,
            actions = new[] { "ANNOTATIONS_DELETED", "TASKS_DELETED" },
            headers = new Dictionary<string, string> { ["Authorization"] = "Token abc", ["content-type"] = "application/x-mine" },
        });

        var tasks = await admin.ImportTextsAsync(project, 2);
        await admin.ImportTextsAsync(other, 1);
        var annotation = await admin.AnnotateAsync(tasks[0]);
        await admin.DeleteAsync($"/api/annotations/{annotation}/");
        await admin.PostAsync($"/api/dm/actions?id=delete_tasks&project={project}", new { selectedItems = new { all = true, excluded = Array.Empty<long>() } });

        var told = await receiver.TakeAsync(2);
        told.Select(event_ => event_.Action).ShouldBe(["ANNOTATIONS_DELETED", "TASKS_DELETED"]);
        told[0].Headers["Authorization"].ShouldBe("Token abc");
        told[0].Headers["Content-Type"].ShouldBe("application/x-mine");
        told[0].Body!["annotations"]!.AsArray().Select(IdOf).ShouldBe([annotation]);
        told[1].Body!["tasks"]!.AsArray().Select(IdOf).ShouldBe(tasks);
        told[1].Body!["project"]!["task_number"]!.GetValue<int>().ShouldBe(0);
        receiver.Rest().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task Many_objects_come_in_several_requests(Engine engine)
    {
        await using var receiver = await Peer.StartAsync();
        await using var server = await servers.StartAsync(engine, options => options with { WebhookBatchSize = 1500 });
        var project = await server.Admin.CreateProjectAsync();
        await CreateAsync(server.Admin, new { project, url = receiver.Address });

        var tasks = await server.Admin.ImportTextsAsync(project, 3100);

        var told = await receiver.TakeAsync(3);
        told.Select(event_ => event_.Body!["tasks"]!.AsArray().Count).ShouldBe([1500, 1500, 100]);
        told.SelectMany(event_ => event_.Body!["tasks"]!.AsArray().Select(IdOf)).ShouldBe(tasks);
        told.ShouldAllBe(event_ => event_.Body!["project"]!["task_number"]!.GetValue<int>() == 3100);
    }

    [Theory, EachEngine]
    public async Task A_receiver_that_fails_or_hangs_delays_nobody(Engine engine)
    {
        await using var failing = await Peer.StartAsync(_ => (500, null));
        await using var hanging = await Peer.StartAsync(async (_, gone) =>
        {
            await Task.Delay(Timeout.Infinite, gone);
            return (200, null);
        });
        await using var healthy = await Peer.StartAsync();
        await using var server = await servers.StartAsync(engine, options => options with { WebhookTimeout = TimeSpan.FromMilliseconds(100) });
        var project = await server.Admin.CreateProjectAsync();
        foreach (var url in new[] { "http://127.0.0.1:1/nobody", "http://169.254.169.254/never", "ftp://127.0.0.1/x", failing.Address, hanging.Address, healthy.Address })
            await CreateAsync(server.Admin, new { project, url });

        var tasks = await server.Admin.ImportTextsAsync(project, 2);
        foreach (var task in tasks) await server.Admin.AnnotateAsync(task);

        string[] expected = ["TASKS_CREATED", "ANNOTATION_CREATED", "ANNOTATION_CREATED"];
        (await healthy.TakeAsync(3)).Select(event_ => event_.Action).ShouldBe(expected);
        (await failing.TakeAsync(3)).Select(event_ => event_.Action).ShouldBe(expected);
        (await hanging.TakeAsync(3)).Select(event_ => event_.Action).ShouldBe(expected);
        await UntilAsync(async () => await PendingAsync(server) == 0);
        failing.Rest().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task A_deleted_webhook_is_told_no_more(Engine engine)
    {
        await using var hanging = await Peer.StartAsync(async (_, gone) =>
        {
            await Task.Delay(Timeout.Infinite, gone);
            return (200, null);
        });
        await using var server = await servers.StartAsync(engine, options => options with { WebhookTimeout = TimeSpan.FromMinutes(1) });
        var project = await server.Admin.CreateProjectAsync();
        var webhook = await CreateAsync(server.Admin, new { project, url = hanging.Address });
        var task = (await server.Admin.ImportTextsAsync(project, 1))[0];
        await hanging.TakeAsync();
        await server.Admin.AnnotateAsync(task);
        (await PendingAsync(server)).ShouldBe(2);

        (await server.Admin.DeleteAsync($"/api/webhooks/{webhook}/")).ShouldHaveStatus(204);

        (await PendingAsync(server)).ShouldBe(0);
        await server.Admin.AnnotateAsync(task);
        (await PendingAsync(server)).ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task What_was_not_told_before_a_crash_is_told_after_it(Engine engine)
    {
        var folder = servers.Folder.CreateSubfolder();
        var database = await servers.Databases.CreateAsync(engine, folder);
        var crashing = true;
        await using var receiver = await Peer.StartAsync(async (_, gone) =>
        {
            if (Volatile.Read(ref crashing)) await Task.Delay(Timeout.Infinite, gone);
            return (200, null);
        });
        long[] tasks;
        await using (var server = await ServerProcess.StartAsync(folder.FullName, database))
        {
            var project = await server.Admin.CreateProjectAsync();
            await CreateAsync(server.Admin, new { project, url = receiver.Address });
            tasks = await server.Admin.ImportTextsAsync(project, 1);
            await receiver.TakeAsync();
            await server.Admin.AnnotateAsync(tasks[0]);
            await server.KillAsync();
        }
        Volatile.Write(ref crashing, false);

        await using (await ServerProcess.StartAsync(folder.FullName, database))
        {
            var told = await receiver.TakeAsync(2);

            told.Select(event_ => event_.Action).ShouldBe(["TASKS_CREATED", "ANNOTATION_CREATED"]);
            told[0].Body!["tasks"]!.AsArray().Select(IdOf).ShouldBe(tasks);
        }
        await servers.Databases.DropAsync(database);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Several_nodes_tell_each_event_once_and_in_order()
    {
        await using var receiver = await Peer.StartAsync();
        await using var first = await servers.StartAsync(Engine.Postgres);
        var folder = servers.Folder.CreateSubfolder();
        await using var app = await GoldsetServer.BuildAsync(first.Options with { DataDirectory = folder.FullName, Database = first.Options.DatabaseAddress });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var second = new ApiClient(new Uri(app.Urls.Single()), first.Admin.Token);
        var project = await first.Admin.CreateProjectAsync();
        await CreateAsync(first.Admin, new { project, url = receiver.Address });

        var made = new List<long>();
        for (var i = 0; i < 40; i++)
        {
            var reply = await (i % 2 == 0 ? first.Admin : second).PostAsync("/api/tasks/", new { project, data = new { text = $"text {i}" } });
            made.Add(reply.ShouldHaveStatus(201).Id);
        }

        (await receiver.TakeAsync(40)).Select(event_ => IdOf(event_.Body!["tasks"]![0])).ShouldBe(made);
        await UntilAsync(async () => await PendingAsync(first) == 0);
        receiver.Rest().ShouldBeEmpty();
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory, EachEngine]
    public async Task Only_administrators_of_the_organization_see_and_set_webhooks(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var annotator = await server.InviteAsync("annotator@example.com");
        var stranger = await server.SignUpAsync("stranger@example.com");
        var project = await server.Admin.CreateProjectAsync();
        var webhook = await CreateAsync(server.Admin, new { project, url = "http://localhost:1/hook" });

        (await annotator.GetAsync("/api/webhooks/")).ShouldHaveStatus(403);
        (await annotator.PostAsync("/api/webhooks/", new { project, url = "http://localhost:1/hook" })).ShouldHaveStatus(403);
        (await stranger.GetAsync("/api/webhooks/")).ShouldHaveStatus(200).Json.AsArray().ShouldBeEmpty();
        (await stranger.GetAsync($"/api/webhooks/?project={project}")).ShouldHaveStatus(400);
        (await stranger.PatchAsync($"/api/webhooks/{webhook}/", new { is_active = false })).ShouldHaveStatus(404);
        (await stranger.DeleteAsync($"/api/webhooks/{webhook}/")).ShouldHaveStatus(404);
        (await stranger.PostAsync("/api/webhooks/", new { project, url = "http://localhost:1/hook" })).ShouldHaveStatus(400);
        (await server.Anonymous.GetAsync("/api/webhooks/")).ShouldHaveStatus(401);
        (await server.Anonymous.GetAsync("/api/webhooks/info/?organization-only=false")).ShouldHaveStatus(200).Json.AsObject().Count.ShouldBe(10);
        (await server.Admin.GetAsync($"/api/webhooks/?project={project}")).Json.AsArray().Select(IdOf).ShouldBe([webhook]);
        (await server.Admin.GetAsync("/api/webhooks/?project=null")).Json.AsArray().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task Addresses_are_checked(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;

        foreach (var url in new[]
        {
            "http://example.org/hook?x=1#y", "https://user:pass@sub.example-site.co.uk:8443/", "http://localhost", "http://[::1]:8080/hook", "ftp://192.168.0.1", "http://bücher.example/",
        })
            (await admin.PostAsync("/api/webhooks/", new { url })).ShouldHaveStatus(404).Detail.ShouldBe("Project not found.");
        foreach (var url in new[] { "nonsense", "http://", "http://under_score.example.org/", "http://nohost/", "http://example.org:99999/", "file:///etc/passwd", "http://example.org/a b", "http://[::zz]/" })
            (await admin.PostAsync("/api/webhooks/", new { url })).ShouldHaveStatus(400).ErrorsOf("url").ShouldBe(["Enter a valid URL."], url);
    }

    private static async Task<long> CreateAsync(ApiClient client, object webhook) => (await client.PostAsync("/api/webhooks/", webhook)).ShouldHaveStatus(201).Id;

    // The routes make none for whole organizations.
    private static Task ListenToOrganizationAsync(TestServer server, string url) =>
        server.Services.GetRequiredService<Database>().WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync("""
            INSERT INTO webhooks (organization_id, url, send_payload, send_for_all_actions, is_active, created_at, updated_at, headers, actions)
            SELECT MIN(id), @url, @yes, @yes, @yes, 0, 0, '{}', '[]' FROM organizations
            """, new { url, yes = true }), TestContext.Current.CancellationToken);

    private static Task<long> PendingAsync(TestServer server) => server.Services.GetRequiredService<Database>().WriteAsync(
        WriteLane.Bulk, tx => tx.QueryFirstOrDefaultAsync<long>("SELECT COUNT(*) FROM webhook_deliveries"), TestContext.Current.CancellationToken);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition()) await Task.Delay(20, limit.Token);
    }

    private static long IdOf(JsonNode? node) => node!["id"]!.GetValue<long>();
}
