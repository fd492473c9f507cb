using System.Text.RegularExpressions;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.OpenApi;

/// <summary>Every route of the original (tests/golden/routes.tsv) is there, closed to strangers, and described.</summary>
public partial class RouteSweepTests(TestServers servers)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private static readonly ILookup<string, Route> Routes = Read().ToLookup(route => route.Path);

    [Fact]
    public async Task Strangers_are_asked_to_sign_in()
    {
        var server = await servers.SharedAsync(Engine.Sqlite);
        var wrong = new List<string>();
        foreach (var route in Routes.SelectMany(path => path).Where(route => !route.IsOpen))
            foreach (var method in route.Methods)
            {
                var reply = await server.Anonymous.SendAsync(new HttpRequestMessage(new HttpMethod(method), route.Address));
                if (reply.Status != 401) wrong.Add($"{method} {route.Path}: {reply.Status}");
            }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_methods_are_refused_with_405()
    {
        var server = await servers.SharedAsync(Engine.Sqlite);
        var described = await DescribedAsync(server);
        var wrong = new List<string>();
        foreach (var path in Routes)
            foreach (var method in Methods.Where(method => !path.Any(route => route.Methods.Contains(method)) && !described.Contains($"{method} {path.Key}")))
            {
                var reply = await server.Admin.SendAsync(new HttpRequestMessage(new HttpMethod(method), path.First().Address));
                if (reply.Status != 405) wrong.Add($"{method} {path.Key}: {reply.Status}");
            }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_are_described()
    {
        var described = await DescribedAsync(await servers.SharedAsync(Engine.Sqlite));

        Routes.SelectMany(path => path).SelectMany(route => route.Methods.Select(method => $"{method} {route.Path}")).Where(operation => !described.Contains(operation)).ShouldBeEmpty();
    }

    private static async Task<HashSet<string>> DescribedAsync(TestServer server)
    {
        var description = (await server.Anonymous.GetAsync("/docs/api/schema/json/")).Json;
        return [.. description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {Nameless(path.Key)}"))];
    }

    private static IEnumerable<Route> Read() =>
        File.ReadLines(Path.Combine(Golden.Folder, "routes.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => new Route(cells[0].Split(','), Nameless(cells[1]), cells[2] == "open"));

    // The slash at the end is optional in both.
    private static string Nameless(string path) => Parameter().Replace(path, "{}").TrimEnd('/') + "/";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private sealed record Route(string[] Methods, string Path, bool IsOpen)
    {
        public string Address => Path.Replace("{}", "1", StringComparison.Ordinal);
    }
}
