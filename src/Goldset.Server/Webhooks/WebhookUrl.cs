using System.Net;
using System.Text.RegularExpressions;

namespace Goldset.Server.Webhooks;

/// <summary>What is taken for the address of a webhook.</summary>
internal static partial class WebhookUrl
{
    /// <summary>Longest address.</summary>
    public const int MaxLength = 2048;

    /// <summary>An http, https or ftp address with a host name by the rules of names (so no underscores), <c>localhost</c> or an IP address.</summary>
    public static bool IsValid(string text)
    {
        if (text.Any(char.IsWhiteSpace) || Pattern().Match(text) is not { Success: true } match) return false;
        if (match.Groups["port"] is { Success: true, Value: var port } && (!int.TryParse(port, out var number) || number > ushort.MaxValue)) return false;
        var host = match.Groups["host"].Value;
        return host.StartsWith('[')
            ? host.EndsWith(']') && IPAddress.TryParse(host[1..^1], out _)
            : host.Length <= 253 && (IPAddress.TryParse(host, out _) || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || HostPattern().IsMatch(host));
    }

    [GeneratedRegex(@"^(?:https?|ftps?)://(?:[^\s:@/]+(?::[^\s:@/]*)?@)?(?<host>\[[0-9A-Fa-f:.]+\]|[^\s:/?#@\[\]]+)(?::(?<port>\d{1,5}))?(?:[/?#]\S*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?!-)(?:[\p{L}-]{2,63}|xn--[a-z0-9]{1,59})(?<!-)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex HostPattern();
}
