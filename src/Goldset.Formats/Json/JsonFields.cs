using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Json;

/// <summary>Picks properties out of objects in one pass.</summary>
internal sealed class JsonFields(params string[] names)
{
    private readonly byte[][] _names = [.. names.Select(Encoding.ASCII.GetBytes)];

    /// <summary>How many names there are.</summary>
    public int Count => _names.Length;

    /// <summary>
    /// Puts the values into <paramref name="values"/> in the order of the names; of several properties of one name the last. Absent
    /// ones, and all of an element that is no object, become <see cref="JsonValueKind.Undefined"/>.
    /// </summary>
    public void Read(JsonElement element, Span<JsonElement> values)
    {
        values.Clear();
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            name = name.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(JsonStrings.Decode(name)) : name;
            for (var i = 0; i < _names.Length; i++)
            {
                if (name.SequenceEqual(_names[i]))
                {
                    values[i] = property.Value;
                    break;
                }
            }
        }
    }
}
