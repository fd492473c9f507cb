namespace Goldset.Replay;

/// <summary>The server to replay against, and what its administrator set up for it.</summary>
/// <param name="Server">Its base address; loopback only.</param>
public sealed record ReplayOptions(Uri Server)
{
    /// <summary>The legacy token of the first user.</summary>
    public string Token { get; init; } = FirstUser.Token;

    /// <summary>Folder of local files as this process sees it: <c>golden</c> inside the server's document root for local files. Null when there is none.</summary>
    public string? FilesDirectory { get; init; }

    /// <summary>The same folder as the server names it.</summary>
    public string? FilesRoot { get; init; }

    /// <summary>How long to wait for calls the server should make.</summary>
    public TimeSpan OutgoingLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The deliberate differences.</summary>
    public AllowedDifferences Allowed { get; init; } = AllowedDifferences.None;

    /// <summary>Compare every recorded header, not only those that clients rely on.</summary>
    public bool AllHeaders { get; init; }
}
