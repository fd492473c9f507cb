using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Goldset.Server.Storages.Gcs;

/// <summary>Addresses of objects in Google Cloud Storage that are signed by a service account, by version 4 of the process.</summary>
public static class SignedUrl
{
    private const string Algorithm = "GOOG4-RSA-SHA256";

    /// <summary>An address at which whoever has it can read the object for a time, seven days at most.</summary>
    /// <param name="endpoint">Address of the service, without a slash at the end.</param>
    /// <param name="bucket">Bucket.</param>
    /// <param name="key">Name of the object.</param>
    /// <param name="account">E-mail address of the service account.</param>
    /// <param name="now">When it begins to be good.</param>
    /// <param name="lifetime">How long it is good.</param>
    /// <param name="sign">Signs bytes with the account's key, RSA and SHA-256; base64.</param>
    public static string Create(string endpoint, string bucket, string key, string account, DateTimeOffset now, TimeSpan lifetime, Func<byte[], string> sign)
    {
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/auto/storage/goog4_request";
        var path = PathOf(bucket, key);
        var query = string.Create(CultureInfo.InvariantCulture,
            $"X-Goog-Algorithm={Algorithm}&X-Goog-Credential={Uri.EscapeDataString($"{account}/{scope}")}&X-Goog-Date={time}&X-Goog-Expires={(long)lifetime.TotalSeconds}&X-Goog-SignedHeaders=host");
        var request = $"GET\n{new Uri(endpoint).AbsolutePath.TrimEnd('/')}{path}\n{query}\nhost:{new Uri(endpoint).Authority}\n\nhost\nUNSIGNED-PAYLOAD";
        var text = $"{Algorithm}\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request)))}";
        var signature = Convert.ToHexStringLower(Convert.FromBase64String(sign(Encoding.UTF8.GetBytes(text))));
        return $"{endpoint}{path}?{query}&X-Goog-Signature={signature}";
    }

    /// <summary>The path of an object that a browser reads; slashes in its name stay.</summary>
    public static string PathOf(string bucket, string key) => $"/{bucket}/{Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal)}";
}
