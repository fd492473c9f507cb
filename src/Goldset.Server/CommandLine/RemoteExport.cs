using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Goldset.Formats;
using Goldset.Server.Export;

namespace Goldset.Server.CommandLine;

/// <summary>Exports a project of a server, through its API.</summary>
internal static class RemoteExport
{
    /// <summary>Writes the file, which is there when it is complete, and gives its path and the receipt.</summary>
    /// <exception cref="HttpRequestException">The server cannot be reached, or refuses; the message says why.</exception>
    public static async Task<(string File, JsonNode Receipt)> RunAsync(Uri server, string? token, long project, ExportFormat format, string path, bool interpolate, CancellationToken cancel)
    {
        await using var client = await RemoteServer.OpenAsync(server, token, cancel);
        var query = string.Create(
            CultureInfo.InvariantCulture, $"exportType={format.Name}&download_all_tasks=true&interpolate_key_frames={(interpolate ? "true" : "false")}");
        using var response = await client.OpenAsync($"api/projects/{project}/export?{query}", cancel);
        var sent = response.Content.Headers.ContentDisposition?.FileName?.Trim('"');
        var file = ExportedFile.Place(path, Path.GetFileName(sent) is { Length: > 0 } name ? name : $"project-{project}");
        var part = file + ".part";
        try
        {
            await using (var target = new FileStream(part, FileMode.Create, FileAccess.Write)) await response.Content.CopyToAsync(target, cancel);
            File.Move(part, file, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
        // A large export is under way before its account is complete; then the account follows, or is asked for.
        var receipt = ReceiptIn(response.Headers) ?? ReceiptIn(response.TrailingHeaders);
        return (file, receipt is not null ? JsonNode.Parse(receipt)! : await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"api/projects/{project}/export/receipt?{query}"), cancel));
    }

    private static string? ReceiptIn(HttpResponseHeaders headers) => headers.TryGetValues(ExportAnswer.ReceiptHeader, out var values) ? values.First() : null;
}
