using System.CommandLine;
using System.Text.Json;
using Goldset.Formats;
using Goldset.Labeling;
using Goldset.Server.Export;
using Goldset.Server.Hosting;
using Goldset.Server.Http.OutgoingRequests;
using Spectre.Console;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset convert</c>: turns an exported JSON file into another format, without a server or a database.</summary>
internal static class ConvertCommand
{
    public static Command Create(CommonOptions options)
    {
        var input = new Argument<FileInfo>("input") { Description = "File that the JSON format wrote" };
        var format = new Argument<string>("format") { Description = "Format, e.g. CSV, COCO, YOLO" };
        var config = new Option<FileInfo>("--config", "-c") { Description = "File with the project's labeling config", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "File, or folder for a file with a name of its own", Required = true };
        var media = new Option<string?>("--media") { Description = "Folder with the folder upload, for files that were uploaded" };
        var origin = new Option<string?>("--origin") { Description = "Address of the server that the tasks come from; names of images depend on it" };
        var withoutFiles = new Option<bool>("--no-download") { Description = "Do not take files along in VOC and ASR_MANIFEST" };
        var byConfig = new Option<bool>("--class-order-config") { Description = "Number labels in the order of the config" };
        var report = new Option<bool>("--report") { Description = "Put an account of what was left out into archives, as report.json" };
        var interpolate = new Option<bool>("--interpolate-key-frames") { Description = "Fill the frames of video regions in between the key frames" };
        var command = new Command("convert", "Turn an exported JSON file into another format") { input, format, config, output, media, origin, withoutFiles, byConfig, report, interpolate };
        command.SetAction(async (parsed, cancel) =>
        {
            var name = parsed.GetRequiredValue(format).ToUpperInvariant();
            var wanted = ExportFormats.Find(name) ?? throw new FormatException(
                $"{name} is not supported export format. Supported: {string.Join(", ", ExportFormats.All.Concat(ExportFormats.More).Select(known => known.Name))}");
            var source = parsed.GetRequiredValue(input);
            try
            {
                var labels = LabelConfig.Parse(await File.ReadAllTextAsync(parsed.GetRequiredValue(config).FullName, cancel));
                await using var services = Services(options.Read(parsed));
                var (file, receipt) = await WithProgressAsync(source, tasks => ExportedFile.WriteAsync(
                    type => ExportedFile.Place(parsed.GetRequiredValue(output), $"{Path.GetFileNameWithoutExtension(source.Name)}-{name}.{type.Extension}"),
                    target => wanted.Writer.WriteAsync(
                        new ExportInput(labels, parsed.GetValue(interpolate) ? KeyFrameInterpolation.Of(tasks, labels) : tasks)
                        {
                            At = TimeProvider.System.GetLocalNow(),
                            Media = new FolderMedia(parsed.GetValue(media), services.GetRequiredService<WebDownload>()),
                            Origin = (parsed.GetValue(origin) ?? "").TrimEnd('/'),
                            DownloadResources = !parsed.GetValue(withoutFiles),
                            ClassOrder = parsed.GetValue(byConfig) ? ClassOrder.Config : ClassOrder.Name,
                            WithReport = parsed.GetValue(report),
                        },
                        target,
                        cancel)));
                Console.WriteLine($"Converted: {file}");
                ExportedFile.Print(receipt);
                return 0;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or LabelConfigException or UnfitFormatException)
            {
                await Console.Error.WriteLineAsync($"Failed to convert: {failure.Message}");
                return 1;
            }
        });
        return command;
    }

    private static ServiceProvider Services(ServerOptions options)
    {
        var services = new ServiceCollection();
        services.AddSingleton(options);
        services.AddOutgoingRequests();
        return services.BuildServiceProvider();
    }

    private static async Task<T> WithProgressAsync<T>(FileInfo source, Func<ITaskSource, Task<T>> convert)
    {
        if (Console.IsOutputRedirected) return await convert(new JsonTaskFile(source.FullName));
        return await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask(Markup.Escape(source.Name), maxValue: Math.Max(1, source.Length));
            var result = await convert(new JsonTaskFile(source.FullName, read => bar.Value = read));
            bar.Value = bar.MaxValue;
            return result;
        });
    }
}
