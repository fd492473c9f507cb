using System.Text.Json;
using Goldset.Server.Http;

namespace Goldset.Server.CommandLine;

/// <summary>The settings of a <c>--config</c> file; other keys in it are ignored.</summary>
internal sealed record ConfigFile
{
    public string? Host { get; init; }
    public string? InternalHost { get; init; }
    public ushort? Port { get; init; }
    public string? Username { get; init; }
    public string? Password { get; init; }
    public string? UserToken { get; init; }

    public static ConfigFile Empty { get; } = new();

    /// <exception cref="FormatException">The file is no JSON object, or a setting is of the wrong type.</exception>
    public static ConfigFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ConfigFile>(File.ReadAllText(path), Json.Options) ?? Empty;
        }
        catch (JsonException bad)
        {
            throw new FormatException($"The config file {path} cannot be read: {bad.Message}", bad);
        }
    }
}
