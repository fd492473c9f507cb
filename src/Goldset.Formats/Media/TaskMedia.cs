using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Labeling;

namespace Goldset.Formats.Media;

/// <summary>Which file a task is about.</summary>
internal sealed class TaskMedia
{
    private readonly string _key;
    private readonly byte[] _utf8Key;
    private readonly string _origin;

    private TaskMedia(string key, string origin) => (_key, _utf8Key, _origin) = (key, Encoding.UTF8.GetBytes(key), origin);

    /// <summary>Files shown by an object with one of these tags; if the configuration has none, by the first object with a control.</summary>
    /// <exception cref="UnfitFormatException">There is none.</exception>
    public static TaskMedia Of(ExportInput input, string format, params ReadOnlySpan<string> tags)
    {
        ObjectTag? first = null;
        foreach (var control in input.Config.Controls)
        {
            foreach (var shown in control.ToNames.Select(input.Config.FindObject).OfType<ObjectTag>())
            {
                if (tags.Contains(shown.Type))
                {
                    return new TaskMedia(shown.DataKey, input.Origin);
                }

                first ??= shown;
            }
        }

        return first is not null
            ? new TaskMedia(first.DataKey, input.Origin)
            : throw new UnfitFormatException($"{format} does not fit this project: no control of its labeling configuration refers to an object with data.");
    }

    /// <summary>The address in a task's data, of a list the first; null when there is none.</summary>
    public MediaAddress? AddressOf(ExportItem item)
    {
        var value = ValueOf(item);
        value = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;
        return value.ValueKind == JsonValueKind.String && JsonStrings.Decode(value) is { Length: > 0 } text ? MediaAddress.Parse(text, _origin) : null;
    }

    /// <summary>The text in a task's data; null when there is none.</summary>
    public string? TextOf(ExportItem item) => ValueOf(item) is { ValueKind: JsonValueKind.String } text ? JsonStrings.Decode(text) : null;

    private bool IsKey(ReadOnlySpan<byte> name) => name.Contains((byte)'\\') ? JsonStrings.Decode(name) == _key : name.SequenceEqual(_utf8Key);

    private JsonElement ValueOf(ExportItem item)
    {
        var value = default(JsonElement);
        if (item.Data.ValueKind != JsonValueKind.Object)
        {
            return value;
        }

        foreach (var property in item.Data.EnumerateObject())
        {
            value = IsKey(JsonMarshal.GetRawUtf8PropertyName(property)) ? property.Value : value;
        }

        return value;
    }
}
