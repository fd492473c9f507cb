using System.Diagnostics;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.Storages;

/// <summary>An S3 service of this test run alone, on a free port of 127.0.0.1.</summary>
public sealed partial class S3Service(TestServers servers) : IAsyncLifetime
{
    public const string Key = "S3RVER";
    public const string Secret = "S3RVER";

    private Process? process;
    private AmazonS3Client? client;

    /// <summary>Its address.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var root = Path.GetFullPath(Path.Combine(Golden.Folder, "../.."));
        var program = Path.Combine(root, "node_modules/s3rver/bin/s3rver.js");
        if (!File.Exists(program)) throw new InvalidOperationException("The S3 service for tests is not installed: npm ci");
        var data = servers.Folder.CreateSubfolder().FullName;
        // Its page marks are encrypted in a way that OpenSSL keeps for old programs.
        process = Process.Start(new ProcessStartInfo("node", ["--openssl-legacy-provider", program, "--directory", data, "--address", "127.0.0.1", "--port", "0", "--no-vhost-buckets"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var port = new TaskCompletionSource<string>();
        process.OutputDataReceived += (_, line) => { if (Listening().Match(line.Data ?? "") is { Success: true } match) port.TrySetResult(match.Groups[1].Value); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = $"http://127.0.0.1:{await port.Task.WaitAsync(TimeSpan.FromSeconds(60))}";
        client = new AmazonS3Client(new BasicAWSCredentials(Key, Secret), new AmazonS3Config { ServiceURL = Address, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
    }

    /// <summary>A new bucket with these objects.</summary>
    public async Task<string> CreateBucketAsync(params (string Key, string Content)[] objects)
    {
        var bucket = "bucket-" + Guid.NewGuid().ToString("N")[..12];
        await client!.PutBucketAsync(bucket);
        foreach (var (key, content) in objects) await PutAsync(bucket, key, content);
        return bucket;
    }

    public Task PutAsync(string bucket, string key, string content) =>
        client!.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = content, UseChunkEncoding = false, ContentType = key.EndsWith(".jpg", StringComparison.Ordinal) ? "image/jpeg" : "application/json" });

    /// <summary>The keys of a bucket in order.</summary>
    public async Task<string[]> KeysAsync(string bucket) =>
        [.. ((await client!.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket })).S3Objects ?? []).Select(item => item.Key).Order(StringComparer.Ordinal)];

    public async Task<string> ReadAsync(string bucket, string key)
    {
        using var found = await client!.GetObjectAsync(bucket, key);
        using var reader = new StreamReader(found.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"listening on .*:(\d+)")]
    private static partial Regex Listening();
}
