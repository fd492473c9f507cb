using System.Net;
using System.Net.Sockets;
using Goldset.Server.Hosting;

namespace Goldset.Server.Http.OutgoingRequests;

/// <summary>How far a request on behalf of a user may go.</summary>
public enum Reach
{
    /// <summary>The public internet: the address comes from anybody who may import or annotate.</summary>
    Public,
    /// <summary>Private networks and this machine too: an administrator set the address, as for ML back ends, webhooks and storages.</summary>
    Private,
}

/// <summary>Decides which addresses the server may connect to.</summary>
public sealed class AddressRules
{
    private readonly bool denyPrivate;
    private readonly List<IPNetwork> allowedBlocks = [];
    private readonly List<string> allowedHosts = [];

    /// <summary>The rules that <paramref name="options"/> set.</summary>
    /// <exception cref="FormatException">An entry of <see cref="ServerOptions.AllowHosts"/> with a slash is no block of addresses.</exception>
    public AddressRules(ServerOptions options)
    {
        denyPrivate = options.DenyPrivate;
        foreach (var entry in options.AllowHosts)
        {
            if (IPAddress.TryParse(entry.Trim('[', ']'), out var address)) allowedBlocks.Add(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            else if (entry.Contains('/', StringComparison.Ordinal))
                allowedBlocks.Add(IPNetwork.TryParse(entry, out var block) ? block : throw new FormatException($"\"{entry}\" is no block of addresses like 10.1.0.0/16."));
            else allowedHosts.Add(entry);
        }
    }

    /// <summary>The block for whose sake <paramref name="address"/> is refused, or null when it may be connected to.</summary>
    /// <param name="host">The host as the request names it.</param>
    /// <param name="address">One of its addresses.</param>
    /// <param name="reach">How far the request may go.</param>
    public IPNetwork? RefusedBlock(string host, IPAddress address, Reach reach)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (allowedHosts.Any(allowed => Matches(allowed, host)) || allowedBlocks.Any(block => block.Contains(address))) return null;
        foreach (var range in AddressRange.All)
            if (range.Block.Contains(address))
                return range.Use == AddressUse.Private && reach == Reach.Private && !denyPrivate ? null : range.Block;
        return null;
    }

    private static bool Matches(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
