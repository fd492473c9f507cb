using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Video;

/// <summary>Copies a task, filling in the frames between the key frames of tracked boxes, at most <paramref name="maxFrames"/>.</summary>
internal sealed class VideoTrackWriter(IBufferWriter<byte> output, int maxFrames)
{
    private long _framesLeft = maxFrames;

    /// <summary>Writes the property's value in another form, or returns false to have it copied.</summary>
    private delegate bool Rewrite(ReadOnlySpan<byte> name, JsonElement value);

    public void WriteTask(JsonElement task) => WriteObject(task, (name, annotations) =>
        (name.SequenceEqual("annotations"u8) || name.SequenceEqual("completions"u8)) && WriteArray(annotations, WriteAnnotation));

    private void WriteAnnotation(JsonElement annotation) =>
        WriteObject(annotation, (name, result) => name.SequenceEqual("result"u8) && WriteArray(result, WriteRegion));

    private void WriteRegion(JsonElement region)
    {
        if (!IsTrack(region) || VideoTrack.Read(JsonStrings.Find(region, "value"u8)) is not { } track || track.FramesToAdd > _framesLeft)
        {
            Copy(region);
            return;
        }

        _framesLeft -= track.FramesToAdd;
        WriteObject(region, (name, value) => JsonStrings.Matches(name, "value"u8) && WriteObject(value, (key, _) =>
        {
            var isSequence = JsonStrings.Matches(key, "sequence"u8);
            if (isSequence)
            {
                track.Write(output);
            }

            return isSequence;
        }));
    }

    private static bool IsTrack(JsonElement region) =>
        JsonStrings.Find(region, "type"u8) is { ValueKind: JsonValueKind.String } type
        && JsonStrings.Decode(type).Equals("videorectangle", StringComparison.OrdinalIgnoreCase);

    /// <summary>A track without key frames says nothing and is not written.</summary>
    private static bool IsEmptyTrack(JsonElement element) =>
        IsTrack(element)
        && JsonStrings.Find(JsonStrings.Find(element, "value"u8), "sequence"u8) is { ValueKind: JsonValueKind.Array } sequence
        && sequence.GetArrayLength() == 0;

    private void Copy(JsonElement element) => output.Write(JsonMarshal.GetRawUtf8Value(element));

    private bool WriteObject(JsonElement element, Rewrite rewrite)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Copy(element);
            return true;
        }

        var first = true;
        output.Write("{"u8);
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            output.Write(first ? "\""u8 : ",\""u8);
            output.Write(name);
            output.Write("\":"u8);
            first = false;
            if (!rewrite(name, property.Value))
            {
                Copy(property.Value);
            }
        }

        output.Write("}"u8);
        return true;
    }

    private bool WriteArray(JsonElement element, Action<JsonElement> write)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var first = true;
        output.Write("["u8);
        foreach (var item in element.EnumerateArray())
        {
            if (IsEmptyTrack(item))
            {
                continue;
            }

            output.Write(first ? default : ","u8);
            first = false;
            write(item);
        }

        output.Write("]"u8);
        return true;
    }
}
