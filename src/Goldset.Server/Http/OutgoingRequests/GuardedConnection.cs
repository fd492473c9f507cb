using System.Net;
using System.Net.Sockets;

namespace Goldset.Server.Http.OutgoingRequests;

/// <summary>A request was not sent, because of where it would have gone. The message is for the user.</summary>
public sealed class RequestRefusedException(string message) : Exception(message);

/// <summary>
/// Opens the connections of outgoing requests. The address that is checked is the address that is connected to, for every hop of a
/// redirect, so neither a name that resolves differently the second time nor a redirect gets around the rules.
/// </summary>
internal sealed class GuardedConnection(AddressRules rules, Reach reach)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="RequestRefusedException">The host has no address, or one that is refused.</exception>
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel) => ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancel);

    /// <summary>For protocols other than HTTP.</summary>
    /// <exception cref="RequestRefusedException">The host has no address, or one that is refused.</exception>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    public async ValueTask<Stream> ConnectAsync(string host, int port, CancellationToken cancel)
    {
        var addresses = await ResolveAsync(host, cancel);
        foreach (var address in addresses)
            if (rules.RefusedBlock(host, address, reach) is { } block)
                throw new RequestRefusedException($"URL resolves to a reserved network address (block: {block})");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal)) return [literal];
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancel);
            if (addresses.Length > 0) return addresses;
        }
        catch (SocketException)
        {
            // Told below, as for a name without addresses.
        }
        throw new RequestRefusedException($"Can't resolve hostname {host}");
    }
}
