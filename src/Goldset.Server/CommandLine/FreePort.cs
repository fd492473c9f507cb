using System.Net;
using System.Net.Sockets;

namespace Goldset.Server.CommandLine;

/// <summary>Finds a port to listen on.</summary>
internal static class FreePort
{
    private const int Attempts = 1000;

    /// <summary>The first port from <paramref name="port"/> on that nobody listens on; each busy one is reported. 0 stays 0.</summary>
    /// <exception cref="FormatException">None of them is free.</exception>
    public static int From(int port, string internalHost)
    {
        if (port == 0) return 0;
        var address = internalHost switch { "0.0.0.0" or "*" => IPAddress.Any, "localhost" => IPAddress.Loopback, _ => IPAddress.Parse(internalHost) };
        for (var candidate = port; candidate < port + Attempts && candidate <= IPEndPoint.MaxPort; candidate++)
        {
            if (IsFree(new IPEndPoint(address, candidate))) return candidate;
            Console.WriteLine($"*** WARNING! ***\n* Port {candidate} is in use.\n* Trying to start at {candidate + 1}\n****************");
        }
        throw new FormatException($"Could not find an available port from {port} on.");
    }

    private static bool IsFree(IPEndPoint endpoint)
    {
        try
        {
            using var listener = new TcpListener(endpoint);
            listener.Start();
            return true;
        }
        catch (SocketException busy) when (busy.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
