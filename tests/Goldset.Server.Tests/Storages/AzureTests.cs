using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Storages;

/// <summary>Azure storages, with an emulator of the service.</summary>
public sealed class AzureTests(TestServers servers, AzureService azure) : IClassFixture<AzureService>
{
    [Theory, EachEngine]
    public async Task Blobs_become_tasks_whose_addresses_a_browser_can_open(Engine engine)
    {
        var server = await azure.ServerAsync(engine);
        var container = await azure.CreateContainerAsync(("a b.jpg", "one"), ("subdir/c.jpg", "two"), ("subdir/deep/d.jpg", "three"));
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        var storage = await server.Admin.ConnectAsync("azure", Settings(project, container.Name, new { use_blob_urls = true }));

        (await server.Admin.SyncCountAsync("azure", storage)).ShouldBe(1);
        var task = (await server.Admin.GetAsync($"/api/tasks?project={project}&fields=all")).ShouldHaveStatus(200).Json["tasks"]![0]!;
        var address = task["data"]!["image_url"]!.GetValue<string>();
        address.ShouldStartWith($"/tasks/{task["id"]}/resolve/?fileuri=");
        var redirect = (await server.Admin.GetAsync(address)).ShouldHaveStatus(303);
        using var browser = new ApiClient(new Uri(azure.Address), token: null);
        (await browser.GetAsync(new Uri(redirect.Headers["Location"]).PathAndQuery)).ShouldHaveStatus(200).Text.ShouldBe("one");
        (await browser.GetAsync(new Uri(redirect.Headers["Location"]).AbsolutePath)).Status.ShouldNotBe(200);
        using var stranger = await server.SignUpAsync($"stranger-{Guid.NewGuid():N}@example.com");
        (await stranger.GetAsync(address)).ShouldHaveStatus(404);

        (await server.Admin.PatchAsync($"/api/storages/azure/{storage}", new { prefix = "subdir", recursive_scan = true })).ShouldHaveStatus(200);
        (await server.Admin.SyncCountAsync("azure", storage)).ShouldBe(2);
    }

    [Theory, EachEngine]
    public async Task Blobs_hold_tasks(Engine engine)
    {
        var server = await azure.ServerAsync(engine);
        var container = await azure.CreateContainerAsync(("a.json", """[{"text": "a"}, {"text": "b"}]"""), ("b.jsonl", "{\"text\": \"c\"}\n{\"text\": \"d\"}"), ("other.json", "{}"));
        var project = await server.Admin.CreateProjectAsync();
        var storage = await server.Admin.ConnectAsync("azure", Settings(project, container.Name, new { regex_filter = "[ab]" }));

        (await server.Admin.SyncCountAsync("azure", storage)).ShouldBe(4);
        (await server.Admin.SyncCountAsync("azure", storage)).ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task Without_signed_addresses_the_server_hands_out_the_blob_and_ranges_of_it(Engine engine)
    {
        var server = await azure.ServerAsync(engine);
        var container = await azure.CreateContainerAsync(("a.jpg", "0123456789"));
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        await server.Admin.ConnectAsync("azure", Settings(project, container.Name, new { presign = false }));
        var address = $"/projects/{project}/resolve/?fileuri={Uri.EscapeDataString($"azure-blob://{container.Name}/a.jpg")}";

        var whole = (await server.Admin.GetAsync(address)).ShouldHaveStatus(200);

        whole.Text.ShouldBe("0123456789");
        whole.Headers["Content-Type"].ShouldBe("image/jpeg");
        var part = await server.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Range", "bytes=2-4" } } });
        part.ShouldHaveStatus(206).Text.ShouldBe("234");
        part.Headers["Content-Range"].ShouldBe("bytes 2-4/10");
        (await server.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", whole.Headers["ETag"] } } })).ShouldHaveStatus(304);
        (await server.Admin.GetAsync(address.Replace("a.jpg", "gone.jpg", StringComparison.Ordinal))).ShouldHaveStatus(424);
    }

    [Theory, EachEngine]
    public async Task Annotations_are_written_when_they_are_saved_and_removed_with_them(Engine engine)
    {
        var server = await azure.ServerAsync(engine);
        var container = await azure.CreateContainerAsync();
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 2);
        var first = await server.Admin.AnnotateAsync(tasks[0]);
        var storage = await server.Admin.ConnectAsync("export/azure", Settings(project, container.Name, new { prefix = "out", can_delete_objects = true }));
        await Storing.UntilAsync(async () => (await AzureService.KeysAsync(container)).SequenceEqual([$"out/{first}"]));

        var second = await server.Admin.AnnotateAsync(tasks[1]);

        await Storing.UntilAsync(async () => (await AzureService.KeysAsync(container)).Contains($"out/{second}"));
        var written = (await container.GetBlobClient($"out/{second}").DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content;
        JsonNode.Parse(written.ToString())!["task"]!["id"]!.GetValue<long>().ShouldBe(tasks[1]);
        (await server.Admin.SyncCountAsync("export/azure", storage)).ShouldBe(2);
        (await server.Admin.DeleteAsync($"/api/annotations/{first}/")).ShouldHaveStatus(204);
        await Storing.UntilAsync(async () => (await AzureService.KeysAsync(container)).SequenceEqual([$"out/{second}"]));
    }

    [Theory, EachEngine]
    public async Task The_account_is_kept_encrypted_and_never_answered(Engine engine)
    {
        var server = await azure.ServerAsync(engine);
        var container = await azure.CreateContainerAsync();
        var project = await server.Admin.CreateProjectAsync();
        var created = (await server.Admin.PostAsync("/api/storages/azure", Settings(project, container.Name))).ShouldHaveStatus(201);

        created.Text.ShouldNotContain(AzureService.Key);
        created.Text.ShouldNotContain(AzureService.Account);
        (await server.Admin.PostAsync("/api/storages/azure/validate", new { id = created.Id, project, container = container.Name })).ShouldHaveStatus(200);
        await using var connection = await server.Services.GetRequiredService<Database>().ReadAsync(TestContext.Current.CancellationToken);
        var stored = await connection.QuerySingleAsync<(string Settings, string Secrets)>("SELECT settings, sealed_secrets FROM storages WHERE id = @Id", new { created.Id });
        (stored.Settings + stored.Secrets).ShouldNotContain(AzureService.Account);
    }

    [Theory, EachEngine]
    public async Task What_cannot_be_reached_is_refused_with_the_reason(Engine engine)
    {
        var server = await azure.ServerAsync(engine);
        var container = await azure.CreateContainerAsync(("a/b.json", "{}"));
        var project = await server.Admin.CreateProjectAsync();

        async Task<string> RefusalAsync(object settings, string kind = "azure") =>
            (await server.Admin.PostAsync($"/api/storages/{kind}/validate", settings)).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single();

        (await RefusalAsync(new { project, container = container.Name })).ShouldStartWith("Azure account name and key must be set using environment variables");
        (await RefusalAsync(Settings(project, "no-such-container"))).ShouldBe("Container not found: no-such-container");
        (await RefusalAsync(Settings(project, "no-such-container"), "export/azure")).ShouldBe("Container not found: no-such-container");
        (await RefusalAsync(Settings(project, container.Name, new { prefix = "c" }))).ShouldBe($"azure-blob://{container.Name}/c not found.");
        (await RefusalAsync(Settings(project, container.Name, new { account_key = "bad" }))).ShouldBe("Incorrect padding");
        (await RefusalAsync(Settings(project, container.Name, new { account_key = "d3Jvbmc=" }))).ShouldBe($"Wrong credentials for Azure container {container.Name}");
        (await RefusalAsync(Settings(project, container.Name, new { account_name = "evil.example.com/" }))).ShouldContain("account name");
    }

    [Theory, EachEngine]
    public async Task A_private_network_is_closed_to_a_manager(Engine engine)
    {
        await using var server = await servers.StartAsync(engine, options => options with { AzureBlobEndpoint = azure.Address + "/{account}" });
        var container = await azure.CreateContainerAsync();
        var project = await server.Admin.CreateProjectAsync();
        using var manager = await server.InviteManagerAsync();

        (await manager.PostAsync("/api/storages/azure", Settings(project, container.Name))).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single().ShouldContain("reserved network address");
    }

    private static JsonObject Settings(long project, string container, object? more = null) =>
        new JsonObject { ["project"] = project, ["container"] = container, ["account_name"] = AzureService.Account, ["account_key"] = AzureService.Key }.With(more);
}
