using System.Security.Cryptography;

namespace Goldset.Server.Hosting;

/// <summary>
/// The secret that signs tokens: from the environment's <c>SECRET_KEY</c>, else from <c>.env</c> in the data folder, where it is
/// written on the first start with access for the owner alone.
/// </summary>
public sealed class ServerSecret(string value)
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <summary>Reads the secret, making it when there is none.</summary>
    public static ServerSecret Load(string dataDirectory)
    {
        if (ServerEnvironment.Get("SECRET_KEY") is { Length: > 0 } given) return new ServerSecret(given);
        var file = Path.Combine(dataDirectory, ".env");
        if (File.Exists(file))
            foreach (var line in File.ReadLines(file))
                if (line.StartsWith("SECRET_KEY=", StringComparison.Ordinal)) return new ServerSecret(line["SECRET_KEY=".Length..].Trim());
        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        using (var stream = new FileStream(file, OwnerOnly(FileMode.Append)))
        using (var writer = new StreamWriter(stream))
            writer.WriteLine("SECRET_KEY=" + made);
        return new ServerSecret(made);
    }

    private static FileStreamOptions OwnerOnly(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
