using System.CommandLine;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Formats;
using Goldset.Server.Export;
using Goldset.Server.Hosting;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset export</c>: writes a project to a file, all its tasks included.</summary>
internal static class ExportCommand
{
    public static Command Create(CommonOptions options)
    {
        var project = new Argument<long>("project_id") { Description = "Id of the project" };
        var format = new Argument<string>("export_format") { Description = "Format, e.g. JSON, CSV, COCO" };
        var path = new Option<string?>("--export-path") { Description = "File, or folder for a file with a name of its own; the data folder's export folder by default" };
        var context = new Option<string?>("--export-serializer-context") { Description = "JSON object; interpolate_key_frames (true) fills video regions in between key frames" };
        var command = new Command("export", "Write a project's tasks and annotations to a file") { project, format, path, context };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = options.Read(parsed);
            var name = parsed.GetRequiredValue(format).ToUpperInvariant();
            var wanted = ExportFormats.Find(name) ?? throw new FormatException(
                $"{name} is not supported export format. Supported: {string.Join(", ", ExportFormats.All.Where(known => known.Writer is not null).Select(known => known.Name))}");
            var interpolate = Interpolates(parsed.GetValue(context));
            await using var app = await LocalServer.OpenAsync(settings, cancel);
            try
            {
                var file = await WriteAsync(app.Services, settings, parsed.GetValue(project), wanted, parsed.GetValue(path), interpolate, cancel);
                Console.WriteLine($"Project exported successfully: {file}");
                return 0;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                await Console.Error.WriteLineAsync($"Failed to export project: {failure.Message}");
                return 1;
            }
        });
        return command;
    }

    private static async Task<string> WriteAsync(
        IServiceProvider services, ServerOptions settings, long id, ExportFormat format, string? path, bool interpolate, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        await using var context = database.Context();
        var xml = await context.Projects.Where(project => project.Id == id).Select(project => project.LabelConfig).FirstOrDefaultAsync(cancel)
            ?? throw new InvalidOperationException($"there is no project {id}.");
        var writer = format.Writer ?? throw new InvalidOperationException($"this version does not write {format.Title}.");
        var configs = services.GetRequiredService<LabelConfigs>();
        var clock = services.GetRequiredService<TimeProvider>();
        await using var source = new ProjectTaskSource(database, new ExportScope(id, AllTasks: true, Ids: null), TaskData.For(configs, xml), clock);
        var config = configs.Get(xml);
        ITaskSource tasks = interpolate ? KeyFrameInterpolation.Of(source, config) : source;

        FileStream? part = null;
        var target = "";
        try
        {
            PipeWriter? pipe = null;
            await writer.WriteAsync(new ExportInput(config, tasks), type =>
            {
                target = TargetFile(settings, path, ExportFile.Name(id, clock.GetUtcNow(), type));
                part = new FileStream(target + ".part", FileMode.Create, FileAccess.Write);
                return pipe = PipeWriter.Create(part, new StreamPipeWriterOptions(leaveOpen: true));
            }, cancel);
            if (pipe is not null) await pipe.CompleteAsync();
        }
        finally
        {
            if (part is not null) await part.DisposeAsync();
        }
        File.Move(target + ".part", target, overwrite: true);
        return target;
    }

    private static string TargetFile(ServerOptions settings, string? path, string name)
    {
        if (path is not null && !Directory.Exists(path) && !Path.EndsInDirectorySeparator(path)) return Path.GetFullPath(path);
        var folder = Directory.CreateDirectory(path ?? Path.Combine(settings.DataDirectory, "export"));
        return Path.Combine(folder.FullName, name);
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
