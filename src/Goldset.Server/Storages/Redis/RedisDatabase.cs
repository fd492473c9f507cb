using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Storages.Objects;
using StackExchange.Redis;

namespace Goldset.Server.Storages.Redis;

/// <summary>The texts of a Redis database.</summary>
internal sealed class RedisDatabase(AddressRules rules, StorageSetup setup) : IObjectStore
{
    private const string CannotConnect = "Can't connect to Redis server.";
    private const int DefaultPort = 6379;
    private const int PageSize = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly GuardedTunnel tunnel = new(new GuardedConnection(rules, StorageHttp.ReachOf(setup)));
    private readonly SemaphoreSlim connecting = new(1);
    private ConnectionMultiplexer? connection;

    /// <inheritdoc />
    public bool Indented => false;

    /// <summary>Checks that the server is there, lets us in and has the database.</summary>
    /// <exception cref="StorageException">It does not.</exception>
    public Task CheckAsync(CancellationToken cancel) => AskAsync(database => database.KeyExistsAsync("goldset"), cancel);

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        // The server gives them in no order, and some twice.
        foreach (var key in await AskAsync(database => KeysAsync(database, cancel), cancel)) yield return new StoredObject(key, null, null);
    }

    /// <inheritdoc />
    public string FilteredPart(string key) => key;

    /// <inheritdoc />
    public async Task<Stream> ReadAsync(string key, CancellationToken cancel)
    {
        var value = await AskAsync(database => database.StringGetAsync(key), cancel);
        return value.IsNull ? throw new StorageException($"The key \"{key}\" is not in the database any more") : new MemoryStream((byte[])value!, writable: false);
    }

    /// <inheritdoc />
    public string? UriOf(string key) => null;

    /// <inheritdoc />
    public async Task<string> WriteAsync(long annotationId, ReadOnlyMemory<byte> json, CancellationToken cancel)
    {
        var key = annotationId.ToString(CultureInfo.InvariantCulture);
        await AskAsync(database => database.StringSetAsync(key, json), cancel);
        return key;
    }

    /// <inheritdoc />
    public Task DeleteAsync(string key, CancellationToken cancel) => AskAsync(database => database.KeyDeleteAsync(key), cancel);

    /// <inheritdoc />
    public void Dispose()
    {
        connection?.Dispose();
        connecting.Dispose();
    }

    private async Task<SortedSet<string>> KeysAsync(IDatabase database, CancellationToken cancel)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var server in database.Multiplexer.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }))
            await foreach (var key in server.KeysAsync(database.Database, $"{setup.Settings.Path}*", PageSize).WithCancellation(cancel)) keys.Add(key.ToString());
        return keys;
    }

    /// <summary>Puts failures into words for the user.</summary>
    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancel)
    {
        try
        {
            return await ask((await ConnectAsync(cancel)).GetDatabase(setup.Settings.Db ?? 0));
        }
        catch (RedisConnectionException failed)
        {
            throw new StorageException(tunnel.Refusal is { } refusal ? $"Can't connect to Redis server: {refusal.Message}" : CannotConnect, failed);
        }
        catch (Exception failed) when (failed is RedisException or RedisCommandException or RedisTimeoutException)
        {
            throw new StorageException($"Redis answered: {failed.Message}", failed);
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken cancel)
    {
        await connecting.WaitAsync(cancel);
        try
        {
            return connection ??= await ConnectionMultiplexer.ConnectAsync(Options()).WaitAsync(cancel);
        }
        finally
        {
            connecting.Release();
        }
    }

    private ConfigurationOptions Options()
    {
        var (host, port) = (setup.Settings.Host, setup.Settings.Port);
        var number = DefaultPort;
        if (!string.IsNullOrEmpty(port) && (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > 65535)) throw new StorageException(CannotConnect);
        return new ConfigurationOptions
        {
            EndPoints = { new DnsEndPoint(string.IsNullOrEmpty(host) ? "localhost" : host, number) },
            Password = string.IsNullOrEmpty(setup.Secrets.Password) ? null : setup.Secrets.Password,
            Tunnel = tunnel,
            ClientName = "goldset",
            ConnectTimeout = (int)Patience.TotalMilliseconds,
            AsyncTimeout = (int)TimeSpan.FromSeconds(30).TotalMilliseconds,
            ConnectRetry = 1,
            AbortOnConnectFail = true,
            IncludeDetailInExceptions = false,
            // Nothing of the client's own in other people's databases.
            TieBreaker = "",
            ConfigurationChannel = "",
        };
    }
}
