using System.Text.Json;
using Goldset.Labeling;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Media;

/// <summary>
/// Which objects of a bucket may be asked for: those that the storage would import, and those that the task itself names. A bucket holds
/// more than what a project is about.
/// </summary>
internal static class ObjectScope
{
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = TaskDataValidator.MaxDepth };

    /// <summary>The object is below the storage's prefix and fits its filter.</summary>
    public static bool Covers(StorageRow storage, string key)
    {
        var folder = storage.Settings.Prefix?.TrimEnd('/');
        if (!string.IsNullOrEmpty(folder) && !key.StartsWith(folder + "/", StringComparison.Ordinal)) return false;
        try
        {
            return new KeyFilter(storage.RegexFilter).Matches(key);
        }
        catch (StorageException)
        {
            return false;
        }
    }

    /// <summary>A text in <paramref name="data"/>, the JSON of a task's data, is or contains the object's address.</summary>
    public static bool Names(string data, string uri)
    {
        using var document = JsonDocument.Parse(data, DocumentOptions);
        return Names(document.RootElement, uri);
    }

    private static bool Names(JsonElement value, string uri) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Contains(uri, StringComparison.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Names(item, uri)),
        JsonValueKind.Object => value.EnumerateObject().Any(field => Names(field.Value, uri)),
        _ => false,
    };
}
