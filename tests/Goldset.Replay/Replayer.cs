using System.Globalization;
using System.Text.Json;

namespace Goldset.Replay;

/// <summary>Sends the requests of a recorded scenario again and compares the replies.</summary>
public static class Replayer
{
    /// <summary>Replays one scenario.</summary>
    /// <param name="file">The scenario.</param>
    /// <param name="options">The server and what it was given.</param>
    /// <param name="cancellation">Stops between and within steps.</param>
    /// <exception cref="ArgumentException">The server is not on loopback.</exception>
    /// <exception cref="JsonException">The file is no scenario.</exception>
    public static async Task<ReplayResult> RunAsync(string file, ReplayOptions options, CancellationToken cancellation = default)
    {
        await using var standIn = await StandIn.StartAsync();
        return await RunAsync(file, options, standIn, cancellation);
    }

    /// <inheritdoc cref="RunAsync(string, ReplayOptions, CancellationToken)"/>
    /// <param name="standIn">What the server calls.</param>
    public static async Task<ReplayResult> RunAsync(string file, ReplayOptions options, StandIn standIn, CancellationToken cancellation = default)
    {
        if (!options.Server.IsLoopback)
            throw new ArgumentException("Only servers on loopback are replayed against.", nameof(options));

        var filesRoot = options.FilesRoot ?? options.FilesDirectory;
        var scenario = Scenario.Read(file, standIn.Address, filesRoot);
        var initial = new Dictionary<string, string>
        {
            ["token"] = options.Token,
            ["fake"] = standIn.Address.GetLeftPart(UriPartial.Authority),
            ["files_root"] = filesRoot ?? "",
            ["base"] = options.Server.GetLeftPart(UriPartial.Authority),
        };
        var variables = new Templates(initial, scenario.Steps.SelectMany(step => step.Save.Keys));
        using var sender = new RequestSender(options, variables);
        var run = new Run(scenario, options, standIn, variables, sender);
        return new ReplayResult(scenario.Name, await run.StepsAsync(cancellation));
    }

    private sealed class Run(Scenario scenario, ReplayOptions options, StandIn standIn, Templates variables, RequestSender sender)
    {
        private readonly ReplyComparison comparison = new(scenario.Name, options.Allowed, options.AllHeaders);
        private string writtenFolder = options.FilesDirectory ?? "";
        private bool allEqual = true;

        public async Task<List<StepResult>> StepsAsync(CancellationToken cancellation)
        {
            var results = new List<StepResult>();
            foreach (var step in scenario.Steps)
            {
                if (await StepAsync(step, cancellation) is { } compared)
                {
                    allEqual &= compared.Differences.Count == 0;
                    var request = step.Request is { } sent ? $"{sent.Method} {sent.PathTemplate}" : "";
                    results.Add(new StepResult(step.Number, step.Name, request, compared.Differences, compared.IsBetter));
                }
            }

            return results;
        }

        private async Task<ComparedReply?> StepAsync(Step step, CancellationToken cancellation)
        {
            if (step.Serve is { } file)
            {
                var content = variables.Render(file.GetProperty("content").GetString()!);
                standIn.Serve(file.GetProperty("name").GetString()!, file.GetProperty("content_type").GetString()!, content);
                return null;
            }

            if (step.Write is { } written)
            {
                await WriteAsync(written, cancellation);
                return null;
            }

            if (step.Outgoing is { } calls)
                return new ComparedReply(await OutgoingAsync(step, calls), IsBetter: false);

            return step.Files is null ? await RequestAsync(step, cancellation) : new ComparedReply(Files(step), IsBetter: false);
        }

        private async Task<ComparedReply> RequestAsync(Step step, CancellationToken cancellation)
        {
            try
            {
                var reply = await sender.SendAsync(step.Request!, cancellation);
                foreach (var (name, path) in step.Save)
                    variables.Save(name, reply.Json, path);

                return comparison.Compare(step, reply);
            }
            catch (UnsavedVariableException error)
            {
                return NotSent("can be sent", error.Message);
            }
            catch (HttpRequestException error)
            {
                return NotSent("answered", error.Message);
            }

            static ComparedReply NotSent(string expected, string actual) => new([new Difference("/request", expected, actual)], IsBetter: false);
        }

        private async Task<IReadOnlyList<Difference>> OutgoingAsync(Step step, JsonElement calls)
        {
            var expected = calls.GetArrayLength();
            // Where the server already went another way, its calls will hardly come.
            var received = await standIn.TakeReceivedAsync(expected, allEqual ? options.OutgoingLimit : TimeSpan.Zero);
            var before = scenario.Steps.Take(step.Number - 1).TakeLast(2).ToArray();
            if (expected > 0 && received.Count > expected && !before.Any(earlier => earlier.Outgoing is not null))
            {
                // Steps of other requests came in between; the recorder dropped their calls.
                received = [.. received.Skip(received.Count - expected)];
            }

            var random = before is [.., { Request: { } request }] && request.Path.Contains("random", StringComparison.Ordinal);
            return comparison.CompareOutgoing(step, JsonSerializer.SerializeToElement(received), random);
        }

        private async Task WriteAsync(JsonElement written, CancellationToken cancellation)
        {
            if (options.FilesDirectory is null)
                return;

            var path = Path.GetFullPath(Path.Combine(options.FilesDirectory, written.GetProperty("path").GetString()!));
            writtenFolder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(writtenFolder);
            if (written.TryGetProperty("content_base64", out var base64))
                await File.WriteAllBytesAsync(path, base64.GetBytesFromBase64(), cancellation);
            else
                await File.WriteAllTextAsync(path, written.GetProperty("content").GetString(), cancellation);
        }

        private IReadOnlyList<Difference> Files(Step step)
        {
            var names = Directory.Exists(writtenFolder) ? Directory.GetFiles(writtenFolder).Select(Path.GetFileName).OfType<string>() : [];
            var ordered = names.OrderBy(name => int.TryParse(name, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
            var first = ordered.FirstOrDefault(name => !name.StartsWith('.'));
            return comparison.CompareFiles(
                step, ordered, first is null ? null : ReplayJson.TryParse(File.ReadAllText(Path.Combine(writtenFolder, first))));
        }
    }
}
