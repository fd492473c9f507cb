using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Goldset.Replay;

/// <summary>What a server answered, taken apart as far as the comparison needs it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">By lower case name; of a repeated header the first line.</param>
/// <param name="Bytes">The body as received.</param>
internal sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as JSON, or null when it is none.</summary>
    public JsonElement? Json { get; } = IsArchive(Headers, Bytes) ? null : ReplayJson.TryParse(Bytes);

    /// <summary>The body as text; bytes that are no UTF-8 become replacement characters.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The body for a message: the JSON, the text or the size.</summary>
    public string Described => Json?.GetRawText() ?? (DecodeStrictly(Bytes) is { } text ? JsonComparison.Quote(text) : $"{Bytes.Length} bytes");

    /// <summary>
    /// The files of a ZIP archive by name as a JSON object: a text, or <c>{"bytes": size}</c> for what is no text. Null when the body is no archive.
    /// </summary>
    public JsonElement? Archive
    {
        get
        {
            if (!IsArchive(Headers, Bytes))
                return null;

            using var archive = new ZipArchive(new MemoryStream(Bytes));
            var files = new Dictionary<string, object>();
            foreach (var entry in archive.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(content);

                files[entry.FullName] = (object?)DecodeStrictly(content.ToArray()) ?? new Dictionary<string, long> { ["bytes"] = content.Length };
            }

            return JsonSerializer.SerializeToElement(files);
        }
    }

    private static bool IsArchive(IReadOnlyDictionary<string, string> headers, byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK"u8) && !headers.GetValueOrDefault("content-type", "").Contains("json", StringComparison.Ordinal);

    private static string? DecodeStrictly(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
