using Goldset.Data;
using Goldset.Replay;
using Goldset.Server.Hosting;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Replaying;

/// <summary>
/// The recorded exchanges, sent again: the replies are those of the original, apart from the differences listed
/// with their reasons in tests/golden/allow.json. The steps that wait for a feature are listed in tests/golden/later.json, exactly.
/// </summary>
public abstract class ReplayTests(TestServers servers, Engine engine)
{
    private static readonly AllowedDifferences Allowed = AllowedDifferences.Read(Path.Combine(Golden.Folder, "allow.json"));

    private static readonly WaitingList Waiting = WaitingList.Read(Path.Combine(Golden.Folder, "later.json"));

    public static TheoryData<string> Scenarios => [.. Golden.Scenarios];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Replies_are_as_recorded(string scenario)
    {
        var result = await ReplayAsync(scenario);

        if (Waiting.Scenarios.TryGetValue(scenario, out var waiting))
            result.DifferingSteps.ShouldBe(waiting.Steps, $"Waits for {waiting.WaitsFor}. When more is as recorded now, update tests/golden/later.json. {result.Describe()}");
        else
            result.IsEqual.ShouldBeTrue(result.Describe());
    }

    [Fact]
    public void The_lists_name_recorded_scenarios_and_steps()
    {
        Waiting.Scenarios.Keys.Except(Golden.Scenarios).ShouldBeEmpty();
        Allowed.Entries.Where(entry => !Scenario.Read(Golden.PathOf(entry.Scenario)).Steps.Any(step => step.Name == entry.Step)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_reason_stands_on_the_compatibility_page()
    {
        var explained = File.ReadLines(Golden.CompatibilityPage).ToHashSet();

        Allowed.Entries.Select(entry => entry.Reason).Distinct().Where(reason => !explained.Contains($"- {reason}")).ShouldBeEmpty();
    }

    private async Task<ReplayResult> ReplayAsync(string scenario)
    {
        if (!ConcernsOrganization(scenario)) return await ReplayAsync(scenario, await servers.SharedAsync(engine, "replay", AsRecorded));
        await using var server = await servers.StartAsync(engine, AsRecorded);
        return await ReplayAsync(scenario, server);
    }

    private static Task<ReplayResult> ReplayAsync(string scenario, TestServer server)
    {
        var files = Directory.CreateDirectory(Path.Combine(server.Options.DataDirectory, "files", "golden"));
        var options = new ReplayOptions(server.Address) { Allowed = Allowed, FilesDirectory = files.FullName };
        return Replayer.RunAsync(Golden.PathOf(scenario), options, TestContext.Current.CancellationToken);
    }

    // The recorded server stored predictions unchecked, was allowed to fetch files from the machine it ran on, and served a folder of it.
    private static ServerOptions AsRecorded(ServerOptions options) => options with
    {
        ValidatePredictions = false,
        AllowHosts = ["127.0.0.1"],
        LocalFilesServing = true,
        LocalFilesDocumentRoot = Path.Combine(options.DataDirectory, "files"),
    };

    // These change users, the organization or what happens in all its projects, so each gets a server of its own.
    private static bool ConcernsOrganization(string scenario) =>
        string.CompareOrdinal(scenario, "013") < 0 || scenario.Contains("webhook", StringComparison.Ordinal) || scenario.Contains("user", StringComparison.Ordinal);
}

/// <inheritdoc />
public sealed class ReplayOnSqlite(TestServers servers) : ReplayTests(servers, Engine.Sqlite);

/// <inheritdoc />
public sealed class ReplayOnPostgres(TestServers servers) : ReplayTests(servers, Engine.Postgres);
