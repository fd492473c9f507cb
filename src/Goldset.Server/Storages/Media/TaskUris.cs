using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Goldset.Labeling;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Media;

/// <summary>Makes addresses in task data, which a browser cannot open, into ones of this server that it can. What is stored does not change.</summary>
internal sealed partial class TaskUris(StorageIndex index, ServerOptions options)
{
    private static readonly byte[] Mark = "://"u8.ToArray();
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = TaskDataValidator.MaxDepth };

    /// <summary>The data of a task with addresses of objects in the project's storages replaced.</summary>
    public string Resolve(long projectId, long taskId, string data)
    {
        var buckets = BucketsOf(projectId);
        return buckets.Count == 0 || !data.Contains("://", StringComparison.Ordinal) ? data : Encoding.UTF8.GetString(Rewrite(buckets, taskId, Encoding.UTF8.GetBytes(data)));
    }

    /// <summary>The same over bytes.</summary>
    public ReadOnlySpan<byte> Resolve(long projectId, long taskId, ReadOnlySpan<byte> data)
    {
        var buckets = BucketsOf(projectId);
        return buckets.Count == 0 || data.IndexOf(Mark) < 0 ? data : Rewrite(buckets, taskId, data.ToArray());
    }

    private List<string> BucketsOf(long projectId)
    {
        var storages = index.Of(projectId);
        return storages.Count == 0 ? [] : [.. storages.Select(s => s.UriPrefix).OfType<string>()];
    }

    private byte[] Rewrite(List<string> buckets, long taskId, byte[] data)
    {
        using var document = JsonDocument.Parse(data, DocumentOptions);
        if (document.RootElement.ValueKind != JsonValueKind.Object) return data;
        var output = new ArrayBufferWriter<byte>(data.Length + 256);
        using (var writer = new Utf8JsonWriter(output, Json.Writer))
        {
            writer.WriteStartObject();
            foreach (var field in document.RootElement.EnumerateObject())
            {
                writer.WritePropertyName(field.Name);
                // One storage a field: that of the first address in it.
                if (FirstBucket(buckets, field.Value) is { } bucket) Write(writer, field.Value, bucket, taskId);
                else field.Value.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static string? FirstBucket(List<string> buckets, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!;
                return buckets.Find(bucket => Find(text, bucket) is var (start, length) && text.AsSpan(start, length).StartsWith(bucket, StringComparison.Ordinal));
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    if (FirstBucket(buckets, item) is { } found) return found;
                return null;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    if (FirstBucket(buckets, property.Value) is { } found) return found;
                return null;
            default:
                return null;
        }
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, string bucket, long taskId)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                writer.WriteStringValue(Replace(value.GetString()!, bucket, taskId));
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item, bucket, taskId);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, bucket, taskId);
                }
                writer.WriteEndObject();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private string Replace(string text, string bucket, long taskId)
    {
        if (Find(text, bucket) is not var (start, length) || !text.AsSpan(start, length).StartsWith(bucket, StringComparison.Ordinal)) return text;
        return $"{text[..start]}{options.PublicUrl}/tasks/{taskId}/resolve/?fileuri={ObjectUri.Encode(text.Substring(start, length))}{text[(start + length)..]}";
    }

    /// <summary>The address a text is, else the first one in quotes inside it: of those with the bucket's scheme.</summary>
    private static (int Start, int Length)? Find(string text, string bucket)
    {
        var scheme = bucket.AsSpan(0, bucket.IndexOf("://", StringComparison.Ordinal) + 3);
        if (text.AsSpan().StartsWith(scheme, StringComparison.Ordinal)) return (0, text.Length);
        for (var match = Quoted().Match(text); match.Success; match = match.NextMatch())
            if (match.Groups["uri"] is var uri && uri.ValueSpan.StartsWith(scheme, StringComparison.Ordinal)) return (uri.Index, uri.Length);
        return null;
    }

    [GeneratedRegex("""(?<quote>["'])(?<uri>(?:s3|gs|azure-blob)://.*?)\k<quote>""", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
