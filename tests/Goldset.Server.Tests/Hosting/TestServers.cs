using System.Collections.Concurrent;
using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Tests.Hosting;

[assembly: AssemblyFixture(typeof(TestServers))]

namespace Goldset.Server.Tests.Hosting;

/// <summary>The servers of the test run. A test class takes this in its constructor.</summary>
public sealed class TestServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Engine Engine, string Purpose), Lazy<Task<TestServer>>> shared = [];

    /// <summary>Makes nothing but a folder until it is asked for a server.</summary>
    public TestServers() => Databases = new TestDatabases(Folder);

    /// <summary>Where tests put files.</summary>
    public RunFolder Folder { get; } = new();

    /// <summary>Databases without a server.</summary>
    public TestDatabases Databases { get; }

    /// <summary>
    /// The one server per engine for tests that get along with others: each makes its own projects and counts only what is in them.
    /// </summary>
    /// <param name="engine">On which engine.</param>
    /// <param name="purpose">Tests with the same purpose share a server.</param>
    /// <param name="configure">Changes the options, the same way for all tests of a purpose.</param>
    public Task<TestServer> SharedAsync(Engine engine, string purpose = "", Func<ServerOptions, ServerOptions>? configure = null) =>
        shared.GetOrAdd((engine, purpose), _ => new Lazy<Task<TestServer>>(() => StartAsync(engine, configure))).Value;

    /// <summary>A server for one test, which disposes it: for tests of options, of a first start, of what concerns a whole organization.</summary>
    public Task<TestServer> StartAsync(Engine engine, Func<ServerOptions, ServerOptions>? configure = null) =>
        TestServer.StartAsync(Databases, Folder.CreateSubfolder(), engine, configure);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var server in shared.Values.Where(server => server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await server.Value).DisposeAsync();
        Folder.Remove();
    }
}
