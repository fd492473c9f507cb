using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.Storages;

/// <summary>An Azure blob storage of this test run alone, on a free port of 127.0.0.1.</summary>
public sealed partial class AzureService(TestServers servers) : IAsyncLifetime
{
    /// <summary>The account that every emulator has.</summary>
    public const string Account = "devstoreaccount1";

    /// <summary>Its key, which is published.</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Process? process;
    private BlobServiceClient? client;

    /// <summary>Its address.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var root = Path.GetFullPath(Path.Combine(Golden.Folder, "../.."));
        var program = Path.Combine(root, "node_modules/azurite/dist/src/blob/main.js");
        if (!File.Exists(program)) throw new InvalidOperationException("The Azure service for tests is not installed: npm ci");
        process = Process.Start(new ProcessStartInfo("node", [program, "--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = servers.Folder.CreateSubfolder().FullName,
        })!;
        var address = new TaskCompletionSource<string>();
        process.OutputDataReceived += (_, line) => { if (Listening().Match(line.Data ?? "") is { Success: true } match) address.TrySetResult(match.Groups[1].Value); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await address.Task.WaitAsync(TimeSpan.FromSeconds(60));
        client = new BlobServiceClient($"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Address}/{Account};");
    }

    /// <summary>The server whose Azure this is.</summary>
    public Task<TestServer> ServerAsync(Engine engine) => servers.SharedAsync(engine, "azure", options => options with { AzureBlobEndpoint = Address + "/{account}" });

    /// <summary>A new container with these blobs.</summary>
    public async Task<BlobContainerClient> CreateContainerAsync(params (string Key, string Content)[] blobs)
    {
        var container = client!.GetBlobContainerClient("container-" + Guid.NewGuid().ToString("N")[..12]);
        await container.CreateAsync();
        foreach (var (key, content) in blobs)
            await container.GetBlobClient(key).UploadAsync(BinaryData.FromString(content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = key.EndsWith(".jpg", StringComparison.Ordinal) ? "image/jpeg" : "application/json" } });
        return container;
    }

    /// <summary>The names of a container's blobs in order.</summary>
    public static async Task<string[]> KeysAsync(BlobContainerClient container)
    {
        var keys = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, default)) keys.Add(blob.Name);
        return [.. keys.Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"successfully listens on (http://\S+)")]
    private static partial Regex Listening();
}
