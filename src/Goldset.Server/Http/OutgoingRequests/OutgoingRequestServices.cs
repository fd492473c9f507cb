using System.Net;

namespace Goldset.Server.Http.OutgoingRequests;

/// <summary>The HTTP clients through which the server calls addresses that users name. There are no others for that.</summary>
public static class OutgoingRequestServices
{
    /// <summary>Registers the clients and their rules.</summary>
    public static void AddOutgoingRequests(this IServiceCollection services)
    {
        services.AddSingleton<AddressRules>();
        services.AddSingleton<WebDownload>();
        foreach (var reach in Enum.GetValues<Reach>())
            services.AddHttpClient(NameOf(reach))
                .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
                {
                    ConnectCallback = new GuardedConnection(provider.GetRequiredService<AddressRules>(), reach).ConnectAsync,
                    // A proxy would connect on the server's behalf, where nothing is checked.
                    UseProxy = false,
                    UseCookies = false,
                    AllowAutoRedirect = true,
                    MaxAutomaticRedirections = 10,
                    ConnectTimeout = TimeSpan.FromSeconds(15),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                })
                .RemoveAllLoggers();
    }

    /// <summary>A client that goes no further than <paramref name="reach"/>. Set its time-out before use.</summary>
    public static HttpClient CreateClient(this IHttpClientFactory clients, Reach reach) => clients.CreateClient(NameOf(reach));

    private static string NameOf(Reach reach) => "outgoing-" + reach;
}
