using System.CommandLine;
using System.IO.Compression;
using Goldset.Data;
using Goldset.Formats.Reading;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Import;
using Goldset.Server.Import.Datasets;
using Goldset.Server.Projects;
using Goldset.Server.Uploads;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset import</c>: makes tasks with annotations of a dataset, in the data folder or on a server.</summary>
internal static class ImportCommand
{
    public static Command Create(CommonOptions options)
    {
        var items = new Argument<string[]>("project_id and paths")
        {
            Description = "Id of the project (not with --new), then files, archives or folders of one dataset", Arity = ArgumentArity.OneOrMore, HelpName = "project_id> <path",
        };
        var title = new Option<string?>("--new") { Description = "Title of a new project to import into" };
        var format = new Option<string>("--format", "-f")
        {
            Description = $"{string.Join(", ", DatasetFormats.All.Select(known => known.Name))}; recognised by default", DefaultValueFactory = _ => DatasetOrder.Auto,
        };
        var kind = new Option<string>("--as") { Description = "What annotations become: annotations or predictions", DefaultValueFactory = _ => "annotations" }.AcceptOnlyFromAmong("annotations", "predictions");
        var version = new Option<string?>("--model-version") { Description = "Version of these predictions" };
        var root = new Option<string?>("--image-root-url") { Description = "Address that images are below, instead of being uploaded" };
        var ending = new Option<string?>("--image-ending") { Description = "Ending of images that YOLO labels are about and that are not there, as .jpg" };
        var extend = new Option<bool>("--extend-config") { Description = "Add labels and controls that the project's labeling config lacks" };
        var skip = new Option<bool>("--skip-unreadable") { Description = "Leave out what cannot be read" };
        var compatible = new Option<bool>("--converter-compatible") { Description = "Read as Label Studio's converter does" };
        var url = new Option<string?>("--url") { Description = "Address of a server to import on, instead of the data folder" };
        var token = new Option<string?>("--token") { Description = "Access token for that server" };
        var command = new Command("import", "Make tasks with annotations of a dataset")
        {
            items, title, format, kind, version, root, ending, extend, skip, compatible, url, token,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var given = parsed.GetRequiredValue(items);
            var target = ImportTarget.Of(parsed.GetValue(title), given, out var paths);
            var name = parsed.GetRequiredValue(format);
            var order = new DatasetOrder
            {
                Format = name.Equals(DatasetOrder.Auto, StringComparison.OrdinalIgnoreCase) ? DatasetOrder.Auto : DatasetFormats.Find(name.ToUpperInvariant())?.Name
                    ?? throw new FormatException($"{name} is not supported import format. Supported: {DatasetOrder.Auto}, {string.Join(", ", DatasetFormats.All.Select(known => known.Name))}"),
                AsPredictions = parsed.GetValue(kind) == "predictions",
                ModelVersion = parsed.GetValue(version),
                ImageRootUrl = parsed.GetValue(root),
                ImageEnding = parsed.GetValue(ending),
                ExtendConfig = parsed.GetValue(extend),
                SkipUnreadable = parsed.GetValue(skip),
                ConverterCompatible = parsed.GetValue(compatible),
            };
            var settings = options.Read(parsed);
            try
            {
                await ImportProgressBar.RunAsync(async bar =>
                {
                    if (RemoteServer.Address(parsed.GetValue(url)) is { } address) await RemoteImport.RunAsync(address, parsed.GetValue(token), target, paths, order, bar, cancel);
                    else await LocalAsync(settings, target, paths, order, bar, cancel);
                });
                return 0;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or HttpRequestException or ApiException)
            {
                await Console.Error.WriteLineAsync("Failed to import:");
                foreach (var line in failure is ValidationException refused ? refused.Errors.Messages : [failure.Message]) await Console.Error.WriteLineAsync($"  {line}");
                return 1;
            }
        });
        return command;
    }

    /// <summary>What a path is sent as: a file as it is, a folder as an archive that the caller deletes.</summary>
    public static (string Name, string Path, bool IsTemporary) Packed(string path)
    {
        if (!Directory.Exists(path)) return File.Exists(path) ? (Path.GetFileName(path), path, false) : throw new FileNotFoundException($"There is no file or folder {path}.");
        var archive = Path.Combine(Path.GetTempPath(), $"goldset-{Guid.NewGuid():N}.zip");
        ZipFile.CreateFromDirectory(path, archive, CompressionLevel.Fastest, includeBaseDirectory: false);
        return (Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) + ".zip", archive, true);
    }

    private static async Task LocalAsync(ServerOptions settings, ImportTarget target, IReadOnlyList<string> paths, DatasetOrder order, ImportProgressBar bar, CancellationToken cancel)
    {
        await using var app = await LocalServer.OpenAsync(settings, cancel);
        var services = app.Services;
        var database = services.GetRequiredService<Database>();
        var caller = await CallerAsync(services, database, settings.Username, target, cancel);
        var project = target.ProjectId ?? await services.GetRequiredService<ProjectCommands>().CreateAsync(caller, new ProjectRequest { Title = target.NewTitle! }, cancel);
        var store = services.GetRequiredService<UploadStore>();
        var stored = new List<StoredFile>();
        try
        {
            foreach (var given in paths)
            {
                var (name, path, isTemporary) = Packed(given);
                try
                {
                    stored.Add(await store.WriteAsync(project, UploadName.Clean(name), async target =>
                    {
                        await using var source = File.OpenRead(path);
                        await source.CopyToAsync(target, cancel);
                    }, cancel));
                }
                finally
                {
                    if (isTemporary) File.Delete(path);
                }
            }
        }
        catch
        {
            store.Remove(stored.Select(file => file.File));
            throw;
        }
        var received = await store.RegisterAsync(project, caller.UserId, stored, cancel);
        bar.Begin("Importing", received.Sum(upload => upload.Size));
        var done = await services.GetRequiredService<TaskImport>().ImportAsync(caller, project, received, order, bar.Report, cancel);
        bar.End(project, done.TaskCount, (done.AnnotationCount ?? 0) + (done.PredictionCount ?? 0), done.Dataset?.ProblemCount ?? 0, done.Dataset?.Problems ?? []);
    }

    /// <summary>The user named by an option, else who made the project, else the first user.</summary>
    private static async Task<Caller> CallerAsync(IServiceProvider services, Database database, string? email, ImportTarget target, CancellationToken cancel)
    {
        await using var context = database.Context();
        var id = email is not null ? await context.Users.Where(user => user.Email == email).Select(user => (long?)user.Id).FirstOrDefaultAsync(cancel)
            : (target.ProjectId is { } project ? await context.Projects.Where(p => p.Id == project).Select(p => p.CreatedById).FirstOrDefaultAsync(cancel) : null)
                ?? await context.Users.OrderBy(user => user.Id).Select(user => (long?)user.Id).FirstOrDefaultAsync(cancel);
        return (id is null ? null : (await services.GetRequiredService<CallerQueries>().ByIdAsync(id.Value, cancel))?.ToCaller(SignInKind.Token))
            ?? throw new InvalidOperationException(email is null ? "there is no user to import as: make one with goldset init." : $"there is no user {email} who may sign in.");
    }
}

/// <summary>Where a dataset goes.</summary>
/// <param name="ProjectId">A project that is there; null: a new one.</param>
/// <param name="NewTitle">Title of the new one.</param>
internal sealed record ImportTarget(long? ProjectId, string? NewTitle)
{
    /// <summary>What the arguments of the command mean.</summary>
    /// <exception cref="FormatException">They do not say where to, or what.</exception>
    public static ImportTarget Of(string? title, string[] given, out IReadOnlyList<string> paths)
    {
        paths = title is null ? given[1..] : given;
        if (paths.Count == 0) throw new FormatException("Name the files, archives or folders of the dataset.");
        if (title is not null) return new ImportTarget(null, title);
        return long.TryParse(given[0], System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? new ImportTarget(id, null)
            : throw new FormatException($"\"{given[0]}\" is no id of a project. Name one, or a new project with --new TITLE.");
    }
}
