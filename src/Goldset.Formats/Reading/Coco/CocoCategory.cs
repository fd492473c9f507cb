using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Reading.Coco;

/// <summary>A category of a COCO file.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keypoints">The points of its skeleton, in order; empty when it has none.</param>
/// <param name="IsSkeleton">It stands for points that belong to nothing: its boxes are only their hulls.</param>
internal sealed record CocoCategory(long Id, string Name, IReadOnlyList<string> Keypoints, bool IsSkeleton)
{
    /// <summary>As a file has it; null where it has no number or no name.</summary>
    public static CocoCategory? Read(JsonElement json)
    {
        if (CocoJson.Id(JsonStrings.Find(json, "id"u8)) is not { } id || CocoJson.Text(JsonStrings.Find(json, "name"u8)) is not { Length: > 0 } name)
        {
            return null;
        }

        var points = JsonStrings.Find(json, "keypoints"u8);
        IReadOnlyList<string> keypoints = points.ValueKind == JsonValueKind.Array ? [.. points.EnumerateArray().Select(CocoJson.Text).Select((text, at) => text ?? $"{name} {at}")] : [];
        return new CocoCategory(id, name, keypoints, keypoints.Count > 0 && name == "default" && CocoJson.Text(JsonStrings.Find(json, "supercategory"u8)) == "default");
    }
}
