using System.Security.Cryptography;
using System.Text;
using Goldset.Data.Entities;
using Microsoft.AspNetCore.DataProtection;

namespace Goldset.Server.Accounts;

/// <summary>
/// Account tokens (<c>Authorization: Token</c>): 40 hexadecimal digits. A request's token is looked up by hash; to show it again it
/// is kept encrypted with the server's key.
/// </summary>
public sealed class AccessTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Goldset.AccessToken");

    /// <summary>Gives <paramref name="user"/> a new token, or <paramref name="token"/>; the old one is refused from the next request on.</summary>
    /// <returns>The token.</returns>
    public string Assign(User user, string? token = null)
    {
        token ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        user.TokenHash = Hash(token);
        user.TokenSealed = protector.Protect(token);
        return token;
    }

    /// <summary>The token of an account, or null when it has none or the server's key has changed.</summary>
    public string? Reveal(string? sealedToken)
    {
        if (sealedToken is null) return null;
        try
        {
            return protector.Unprotect(sealedToken);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The hash by which a token is looked up.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
