using System.Buffers.Text;
using System.Text;

namespace Goldset.Server.Storages.Objects;

/// <summary>Addresses of objects: <c>scheme://bucket/key</c>.</summary>
internal static class ObjectUri
{
    /// <summary>What the addresses of a bucket's objects begin with; null without a bucket.</summary>
    public static string? Prefix(string scheme, string? bucket) => string.IsNullOrEmpty(bucket) ? null : $"{scheme}://{bucket}/";

    /// <summary>As a query parameter: URL-safe base64 with padding.</summary>
    public static string Encode(string uri)
    {
        var text = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(uri));
        return text.PadRight((text.Length + 3) / 4 * 4, '=');
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; what is no base64 is an address as it is, percent-encoded.</summary>
    public static string Decode(string parameter)
    {
        try
        {
            var text = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(Base64Url.DecodeFromChars(parameter));
            if (text.Contains("://", StringComparison.Ordinal)) return text;
        }
        catch (Exception noBase64) when (noBase64 is FormatException or DecoderFallbackException)
        {
            // Taken as it is, below.
        }
        return Uri.UnescapeDataString(parameter);
    }
}
