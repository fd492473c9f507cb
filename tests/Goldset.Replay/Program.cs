using System.CommandLine;
using Goldset.Replay;

var server = new Option<Uri>("--server")
{
    Description = "Base address of a running server on loopback",
    Required = true,
    CustomParser = result =>
    {
        if (!Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) || !address.IsLoopback)
            result.AddError("--server must be an address on loopback, such as http://127.0.0.1:8080");
        return address;
    },
};
var only = new Option<string[]>("--only")
{
    Description = "Parts of scenario names, such as 071 or import",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [],
};
var golden = new Option<string>("--golden") { Description = "Folder with api/ and allow.json", DefaultValueFactory = _ => "tests/golden" };
var show = new Option<int>("--show") { Description = "Differences printed per step, 0 for all", DefaultValueFactory = _ => 3 };
var token = new Option<string>("--token") { Description = "Legacy token of the first user", DefaultValueFactory = _ => FirstUser.Token };
var files = new Option<string?>("--files-dir") { Description = "Folder named golden inside the server's document root for local files" };
var allHeaders = new Option<bool>("--all-headers") { Description = "Compare every recorded header" };
var updateLater = new Option<bool>("--update-later") { Description = "Write the steps that differ now into later.json, for the scenarios listed there" };
var root = new RootCommand("Replays recorded API exchanges against a running server and prints the differences")
{
    server, only, golden, show, token, files, allHeaders, updateLater,
};

root.SetAction(async (arguments, cancellation) =>
{
    var folder = arguments.GetRequiredValue(golden);
    var allowed = Path.Combine(folder, "allow.json");
    var options = new ReplayOptions(arguments.GetRequiredValue(server))
    {
        Token = arguments.GetRequiredValue(token),
        FilesDirectory = arguments.GetValue(files),
        Allowed = File.Exists(allowed) ? AllowedDifferences.Read(allowed) : AllowedDifferences.None,
        AllHeaders = arguments.GetValue(allHeaders),
    };
    var parts = arguments.GetRequiredValue(only);
    var shown = arguments.GetValue(show) is > 0 and var limit ? limit : int.MaxValue;
    var scenarios = Scenario.FilesIn(Path.Combine(folder, "api"))
        .Where(file => parts.Length == 0 || parts.Any(part => Path.GetFileName(file).Contains(part, StringComparison.Ordinal)))
        .ToArray();

    var later = Path.Combine(folder, "later.json");
    var waiting = WaitingList.Read(later);
    var (equal, passed, failed) = (0, 0, 0);
    foreach (var file in scenarios)
    {
        var result = await Replayer.RunAsync(file, options, cancellation);
        Console.WriteLine(result.Describe(shown));
        waiting.Update(result);
        equal += result.IsEqual ? 1 : 0;
        passed += result.Equal;
        failed += result.Steps.Count - result.Equal;
    }

    if (arguments.GetValue(updateLater))
        waiting.Write(later);
    Console.WriteLine($"{scenarios.Length} scenarios, {equal} wholly as recorded");
    Console.WriteLine($"{passed} passed, {failed} failed");
    return failed == 0 && scenarios.Length > 0 ? 0 : 1;
});

return await root.Parse(args).InvokeAsync();
