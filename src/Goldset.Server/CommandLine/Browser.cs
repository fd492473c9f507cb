using System.ComponentModel;
using System.Diagnostics;

namespace Goldset.Server.CommandLine;

/// <summary>Opens the person's browser.</summary>
internal static class Browser
{
    /// <summary>Opens <paramref name="address"/> where a person with a screen started the server; otherwise nothing happens.</summary>
    public static void Open(string address)
    {
        var hasScreen = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ||
            Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!hasScreen || Console.IsOutputRedirected) return;
        try
        {
            using var started = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Win32Exception noBrowser)
        {
            Console.Error.WriteLine($"No browser could be opened: {noBrowser.Message}");
        }
    }
}
