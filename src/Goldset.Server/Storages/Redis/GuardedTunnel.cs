using System.Net;
using System.Net.Sockets;
using Goldset.Server.Http.OutgoingRequests;
using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace Goldset.Server.Storages.Redis;

/// <summary>
/// Opens the client's connections by the rules for outgoing requests: the first one, and those to servers of which it learns from another,
/// as in a cluster.
/// </summary>
internal sealed class GuardedTunnel(GuardedConnection connection) : Tunnel
{
    /// <summary>Why a connection was not opened, when the rules did not let it.</summary>
    public RequestRefusedException? Refusal { get; private set; }

    // No socket of the client's own.
    /// <inheritdoc />
    public override ValueTask<EndPoint?> GetSocketConnectEndpointAsync(EndPoint endpoint, CancellationToken cancellationToken) => default;

    /// <inheritdoc />
    public override async ValueTask<Stream?> BeforeAuthenticateAsync(EndPoint endpoint, ConnectionType connectionType, Socket? socket, CancellationToken cancellationToken)
    {
        try
        {
            return endpoint switch
            {
                DnsEndPoint dns => await connection.ConnectAsync(dns.Host, dns.Port, cancellationToken),
                IPEndPoint ip => await connection.ConnectAsync(ip.Address.ToString(), ip.Port, cancellationToken),
                _ => throw new RequestRefusedException($"{endpoint} is no network address"),
            };
        }
        catch (RequestRefusedException refused)
        {
            Refusal = refused;
            throw;
        }
    }
}
