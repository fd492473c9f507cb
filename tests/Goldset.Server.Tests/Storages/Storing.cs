using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Storages;

/// <summary>What the storage tests do most.</summary>
internal static class Storing
{
    public const string ImageConfig = """<View><Image name="image" value="$image_url"/><Choices name="label" toName="image"><Choice value="pos"/><Choice value="neg"/></Choices></View>""";

    /// <summary>The server that serves <see cref="RootOf">a folder of its own</see>.</summary>
    public static Task<TestServer> WithLocalFilesAsync(this TestServers servers, Engine engine) => servers.SharedAsync(engine, "storages", options =>
    {
        var root = Path.Combine(options.DataDirectory, "root");
        Directory.CreateDirectory(root);
        return options with { LocalFilesServing = true, LocalFilesDocumentRoot = root };
    });

    public static string RootOf(this TestServer server) => server.Options.LocalFilesDocumentRoot;

    /// <summary>A new folder below the document root.</summary>
    public static string Folder(this TestServer server, string name)
    {
        var folder = Path.Combine(server.RootOf(), name + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>These settings with more, or others in their place.</summary>
    public static JsonObject With(this JsonObject settings, object? more)
    {
        if (more is not null)
            foreach (var (name, value) in JsonSerializer.SerializeToNode(more)!.AsObject()) settings[name] = value?.DeepClone();
        return settings;
    }

    /// <summary>A new manager of the first organization, who may connect storages but is no administrator.</summary>
    public static async Task<ApiClient> InviteManagerAsync(this TestServer server)
    {
        var manager = await server.InviteAsync("manager@example.com");
        await server.Services.GetRequiredService<Database>().WriteAsync(WriteLane.Interactive,
            tx => tx.ExecuteAsync("UPDATE organization_members SET role = 3 WHERE user_id = (SELECT id FROM users WHERE email = 'manager@example.com')"), TestContext.Current.CancellationToken);
        return manager;
    }

    public static async Task<long> ConnectAsync(this ApiClient client, string kind, object settings) =>
        (await client.PostAsync($"/api/storages/{kind}", settings)).ShouldHaveStatus(201).Id;

    /// <summary>Synchronizes and gives the storage as it is when that has ended.</summary>
    public static async Task<JsonNode> SyncAsync(this ApiClient client, string kind, long id)
    {
        var storage = (await client.PostAsync($"/api/storages/{kind}/{id}/sync", new { })).ShouldHaveStatus(200).Json;
        for (var limit = 0; storage["status"]!.GetValue<string>() is "queued" or "in_progress" && limit < 600; limit++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            storage = (await client.GetAsync($"/api/storages/{kind}/{id}")).Json;
        }
        return storage;
    }

    /// <summary>As <see cref="SyncAsync"/>, for one that ends well.</summary>
    /// <returns>How many tasks or annotations it moved.</returns>
    public static async Task<long> SyncCountAsync(this ApiClient client, string kind, long id)
    {
        var storage = await client.SyncAsync(kind, id);
        storage["status"]!.GetValue<string>().ShouldBe("completed", storage.ToJsonString());
        return storage["last_sync_count"]!.GetValue<long>();
    }

    /// <summary>Asks until the answer is right, and fails after some seconds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isRight, int seconds = 15)
    {
        for (var attempt = 0; attempt < 20 * seconds; attempt++)
        {
            if (await isRight()) return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("It did not become so.");
    }
}
