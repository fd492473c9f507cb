using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Labeling;

namespace Goldset.Server.Import;

/// <summary>
/// What is wrong with the items of an import, as the API lists it: an entry per item, an empty object where there is nothing wrong.
/// The list is closed by the first wrong item from the hundredth on, whose predecessor at that place becomes <c>...</c>.
/// </summary>
internal sealed class ItemErrors
{
    private const int Limit = 100;
    private const int MaxTextLength = 20_000;

    private readonly List<(int Item, string Text)> texts = [];
    private int? closedAt;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => texts.Count > 0;

    /// <summary>Adds a wrong item.</summary>
    /// <param name="index">Its place, from 0; places only go up.</param>
    /// <param name="reason">What is wrong.</param>
    /// <param name="item">The item.</param>
    public void Add(int index, string reason, JsonElement item)
    {
        if (closedAt is not null) return;
        if (index + 1 >= Limit) closedAt = index;
        var text = TaskDataValidator.Describe(index, reason, item);
        texts.Add((index, text.Length > MaxTextLength ? text[..MaxTextLength] + "..." : text));
    }

    /// <summary>The list, for an import of <paramref name="count"/> items.</summary>
    public JsonNode ToJson(int count)
    {
        // Written as text first: a node for each of a million items without a fault would weigh more than the import.
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            var next = 0;
            for (var i = 0; i < (closedAt + 1 ?? count); i++)
            {
                var wrong = next < texts.Count && texts[next].Item == i;
                if (i == Limit - 1 && closedAt is not null) writer.WriteStringValue("...");
                else if (wrong) writer.WriteStringValue(texts[next].Text);
                else
                {
                    writer.WriteStartObject();
                    writer.WriteEndObject();
                }
                if (wrong) next++;
            }
            writer.WriteEndArray();
        }
        return JsonNode.Parse(buffer.WrittenSpan)!;
    }
}
