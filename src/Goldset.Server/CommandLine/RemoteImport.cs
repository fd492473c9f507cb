using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Server.Import.Datasets;
using Microsoft.AspNetCore.WebUtilities;

namespace Goldset.Server.CommandLine;

/// <summary>Imports a dataset on a server, through its API: sends it, then follows the job that imports it.</summary>
internal static class RemoteImport
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <exception cref="HttpRequestException">The server cannot be reached, or refuses; the message says why.</exception>
    public static async Task RunAsync(
        Uri server, string? token, ImportTarget target, IReadOnlyList<string> paths, DatasetOrder order, ImportProgressBar bar, CancellationToken cancel)
    {
        await using var client = await RemoteServer.OpenAsync(server, token, cancel);
        var project = target.ProjectId ?? (await client.SendAsync(Json(HttpMethod.Post, "api/projects/", new { title = target.NewTitle }), cancel))["id"]!.GetValue<long>();
        var job = await UploadAsync(client, project, paths, order, bar, cancel);
        bar.Begin("Importing", 100);
        while (true)
        {
            var import = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"api/projects/{project}/imports/{job}/"), cancel);
            if (import["bytes_total"]?.GetValue<long>() is > 0 and var total) bar.Report(100 * import["bytes_read"]!.GetValue<long>() / total);
            switch (import["status"]!.GetValue<string>())
            {
                case "completed":
                    var found = (await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"api/projects/{project}/jobs/{job}/"), cancel))["result"]?["dataset"];
                    bar.End(
                        project, Count(import, "task_count"), Count(import, "annotation_count") + Count(import, "prediction_count"), found?["problem_count"]?.GetValue<long>() ?? 0,
                        [.. found?["problems"]?.AsArray().Select(problem => new DatasetFault(problem!["file"]!.GetValue<string>(), problem["line"]?.GetValue<long>(), problem["reason"]!.GetValue<string>())) ?? []]);
                    return;
                case "failed":
                    throw new HttpRequestException(import["error"]?.GetValue<string>() ?? "the import failed.");
            }
            await Task.Delay(Pause, cancel);
        }
    }

    private static long Count(JsonNode import, string name) => import[name]?.GetValue<long>() ?? 0;

    private static async Task<long> UploadAsync(RemoteServer client, long project, IReadOnlyList<string> paths, DatasetOrder order, ImportProgressBar bar, CancellationToken cancel)
    {
        var files = new List<(string Name, string Path, bool IsTemporary)>();
        try
        {
            foreach (var path in paths) files.Add(ImportCommand.Packed(path));
            bar.Begin("Sending", files.Sum(file => new FileInfo(file.Path).Length));
            long before = 0;
            using var form = new MultipartFormDataContent();
            foreach (var (name, path, _) in files)
            {
                var start = before;
                form.Add(new StreamContent(new ReadingStream(File.OpenRead(path), read => bar.Report(start + read))), $"file{form.Count()}", name);
                before += new FileInfo(path).Length;
            }
            var request = new HttpRequestMessage(HttpMethod.Post, QueryHelpers.AddQueryString($"api/projects/{project}/import", Query(order))) { Content = form };
            request.Headers.Add("Prefer", "respond-async");
            return (await client.SendAsync(request, cancel))["import"]!.GetValue<long>();
        }
        finally
        {
            foreach (var file in files.Where(file => file.IsTemporary)) File.Delete(file.Path);
        }
    }

    private static Dictionary<string, string?> Query(DatasetOrder order) => new Dictionary<string, string?>
    {
        ["format"] = order.Format,
        ["as"] = order.AsPredictions ? "predictions" : null,
        ["model_version"] = order.ModelVersion,
        ["image_root_url"] = order.ImageRootUrl,
        ["image_ending"] = order.ImageEnding,
        ["extend_config"] = order.ExtendConfig ? "true" : null,
        ["skip_unreadable"] = order.SkipUnreadable ? "true" : null,
        ["converter_compatible"] = order.ConverterCompatible ? "true" : null,
    };

    private static HttpRequestMessage Json(HttpMethod method, string path, object body) => new(method, path) { Content = JsonContent.Create(body) };

    /// <summary>Tells how much has been read.</summary>
    private sealed class ReadingStream(FileStream file, Action<long> onRead) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position { get => file.Position; set => file.Position = value; }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => Told(file.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Told(await file.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
            base.Dispose(disposing);
        }

        private int Told(int read)
        {
            onRead(file.Position);
            return read;
        }
    }
}
