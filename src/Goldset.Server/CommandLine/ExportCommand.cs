using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Formats;
using Goldset.Server.Export;
using Goldset.Server.Hosting;
using Goldset.Server.Storages;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset export</c>: writes a project to a file, all its tasks included.</summary>
internal static class ExportCommand
{
    public static Command Create(CommonOptions options)
    {
        var project = new Argument<long>("project_id") { Description = "Id of the project" };
        var format = new Argument<string>("export_format") { Description = "Format, e.g. JSON, CSV, COCO" };
        var path = new Option<string?>("--export-path", "-o") { Description = "File, or folder for a file with a name of its own; the data folder's export folder by default, of a server the current folder" };
        var context = new Option<string?>("--export-serializer-context") { Description = "JSON object; interpolate_key_frames (true) fills video regions in between key frames" };
        var url = new Option<string?>("--url") { Description = "Address of a server to export from, instead of the data folder" };
        var token = new Option<string?>("--token") { Description = "Access token for that server" };
        var command = new Command("export", "Write a project's tasks and annotations to a file") { project, format, path, context, url, token };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = options.Read(parsed);
            var name = parsed.GetRequiredValue(format).ToUpperInvariant();
            var wanted = ExportFormats.Find(name) ?? throw new FormatException(
                $"{name} is not supported export format. Supported: {string.Join(", ", ExportFormats.All.Concat(ExportFormats.More).Select(known => known.Name))}");
            var interpolate = Interpolates(parsed.GetValue(context));
            try
            {
                if (RemoteServer.Address(parsed.GetValue(url)) is { } address)
                {
                    var written = await RemoteExport.RunAsync(address, parsed.GetValue(token), parsed.GetValue(project), wanted, parsed.GetValue(path) ?? "." + Path.DirectorySeparatorChar, interpolate, cancel);
                    Console.WriteLine($"Project exported successfully: {written.File}");
                    ExportedFile.Print(written.Receipt);
                    return 0;
                }
                await using var app = await LocalServer.OpenAsync(settings, cancel);
                var (file, receipt) = await WriteAsync(app.Services, settings, parsed.GetValue(project), wanted, parsed.GetValue(path), interpolate, cancel);
                Console.WriteLine($"Project exported successfully: {file}");
                ExportedFile.Print(receipt);
                return 0;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or UnfitFormatException or HttpRequestException)
            {
                await Console.Error.WriteLineAsync($"Failed to export project: {failure.Message}");
                return 1;
            }
        });
        return command;
    }

    private static async Task<(string File, ExportReceipt Receipt)> WriteAsync(
        IServiceProvider services, ServerOptions settings, long id, ExportFormat format, string? path, bool interpolate, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        await using var context = database.Context();
        var project = await context.Projects.Where(project => project.Id == id).Select(project => new { project.OrganizationId, project.LabelConfig }).FirstOrDefaultAsync(cancel)
            ?? throw new InvalidOperationException($"there is no project {id}.");
        // Which storages there are is otherwise read when the server starts.
        await services.GetRequiredService<StorageIndex>().RefreshAsync(cancel);
        var order = new ExportOrder(id, project.OrganizationId, project.LabelConfig, format) { AllTasks = true, Interpolate = interpolate, Origin = settings.PublicUrl };

        var folder = path ?? Path.Combine(settings.DataDirectory, "export") + Path.DirectorySeparatorChar;
        var clock = services.GetRequiredService<TimeProvider>();
        return await ExportedFile.WriteAsync(
            type => ExportedFile.Place(folder, ExportFile.Name(id, clock.GetUtcNow(), type)),
            target => services.GetRequiredService<ProjectExport>().WriteAsync(order, target, cancel));
    }

    private static bool Interpolates(string? context)
    {
        if (context is null) return true;
        try
        {
            return JsonNode.Parse(context) is JsonObject settings ? settings["interpolate_key_frames"]?.GetValueKind() != JsonValueKind.False && settings.ContainsKey("interpolate_key_frames")
                : throw new FormatException("The serializer context must be a JSON object.");
        }
        catch (JsonException bad)
        {
            throw new FormatException($"The serializer context is not JSON: {bad.Message}", bad);
        }
    }
}
