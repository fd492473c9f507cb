using Goldset.Server.Http.OutgoingRequests;

namespace Goldset.Server.Storages.Objects;

/// <summary>The HTTP clients of storages: their connections go through the rules for outgoing requests.</summary>
internal static class StorageHttp
{
    /// <summary>Registers them.</summary>
    public static void AddStorageHttp(this IServiceCollection services)
    {
        foreach (var reach in Enum.GetValues<Reach>())
            services.AddHttpClient(NameOf(reach))
                .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
                {
                    ConnectCallback = new GuardedConnection(provider.GetRequiredService<AddressRules>(), reach).ConnectAsync,
                    UseProxy = false,
                    UseCookies = false,
                    // Requests are signed for one address; whoever signs them follows redirects, signing anew.
                    AllowAutoRedirect = false,
                    ConnectTimeout = TimeSpan.FromSeconds(10),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                })
                .RemoveAllLoggers();
    }

    /// <summary>In the factories of clients and handlers.</summary>
    public static string NameOf(Reach reach) => "storage-" + reach;

    /// <summary>How far the requests of a storage may go.</summary>
    public static Reach ReachOf(StorageSetup setup) => setup.AllowPrivate ? Reach.Private : Reach.Public;

    /// <summary>What a failed connection failed of: the innermost reason that says something to the user.</summary>
    public static string Reason(Exception failed)
    {
        for (var inner = failed; inner is not null; inner = inner.InnerException)
            if (inner is RequestRefusedException or System.Net.Sockets.SocketException) return inner.Message;
        return failed.Message.Split('\n')[0].TrimEnd();
    }
}
