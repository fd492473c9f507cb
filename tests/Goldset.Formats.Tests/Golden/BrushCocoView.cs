using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldset.Formats.Tests.Golden;

/// <summary>
/// A brush export without what has no order: the outlines of an image and category form a set, a ring has no first point and no
/// direction, and ids count as a set alone.
/// </summary>
internal static class BrushCocoView
{
    public static JsonElement Of(JsonElement document)
    {
        var view = JsonObject.Create(document)!;
        var annotations = view["annotations"]!.AsArray().Select(annotation => annotation!.AsObject()).ToList();
        view["annotation_ids"] = new JsonArray([.. annotations.Select(annotation => annotation["id"]!.GetValue<int>()).Order().Select(id => JsonValue.Create(id))]);
        foreach (var annotation in annotations)
        {
            annotation.Remove("id");
            var rings = annotation["segmentation"]!.AsArray().Select(ring => Canonical([.. ring!.AsArray().Select(number => number!.GetValue<double>())])).ToArray();
            annotation["segmentation"] = JsonSerializer.SerializeToNode(rings);
        }

        var sorted = annotations.OrderBy(a => a["image_id"]!.ToJsonString(), StringComparer.Ordinal).ThenBy(a => a["category_id"]!.ToJsonString(), StringComparer.Ordinal)
            .ThenBy(a => a["segmentation"]!.ToJsonString(), StringComparer.Ordinal).ThenBy(a => a.ToJsonString(), StringComparer.Ordinal).Select(a => a.DeepClone());
        view["annotations"] = new JsonArray([.. sorted]);
        return JsonSerializer.SerializeToElement(view);
    }

    private static double[][] Canonical(double[] flat)
    {
        var points = flat.Chunk(2).ToArray();
        var ways = new[] { points, [.. points.Reverse()] };
        return ways.SelectMany(way => way.Select((_, at) => (double[][])[.. way[at..], .. way[..at]]))
            .MinBy(ring => string.Join(' ', ring.Select(point => $"{point[0]:00000.000} {point[1]:00000.000}")), StringComparer.Ordinal)!;
    }
}
