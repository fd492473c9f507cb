using System.Reflection;

namespace Goldset.Server.SystemInfo;

/// <summary>What this build calls itself.</summary>
public static class ServerVersion
{
    /// <summary>The version of the API offered, which clients compare.</summary>
    public const string Api = "1.22.0";

    /// <summary>Goldset's own version.</summary>
    public static string Goldset { get; } =
        typeof(ServerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
