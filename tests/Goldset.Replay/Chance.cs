using System.Text.RegularExpressions;

namespace Goldset.Replay;

/// <summary>Replies, or parts of them, that depend on the rest of the database or on chance: by path of the request.</summary>
internal static partial class Chance
{
    private static readonly (Regex Path, Regex Pointer)[] Places = Parse(
        (@"/api/projects/?", "/(count|next|results(/.*)?)"),
        (@"/api/projects/.*/sample-task/?", "/sample_task/(annotations|predictions)/.*"),
        (@"/api/dm/columns.*", @"/columns/\d+/schema/items(/.*)?"),
        (@"/api/labels/?(\?.*)?", @"/(count|next|results(/.*)?)|/\d+/projects/length"),
        (@"/api/users/?", "/length"),
        (@"/feature-flags/?", ""),
        (@"/api/organizations/\d+/?", "/users(/.*)?"),
        (@"/api/organizations/\d+/memberships.*", @"/(results/length|results/\d+/user/(created|contributed_to)_projects|count|next)(/.*)?"),
        (@"/api/projects/\?ids=1,2", "/(count|results/length)"),
        (@"/api/ml/\d+/predict/test.*random.*", "/(task|request)/.*"),
        (@"/api/dm/actions/rename_labels/form/?.*", @"/\d+/fields/\d+/options/\d+"));

    /// <summary>The places of a reply to this path that are not compared.</summary>
    public static IEnumerable<Regex> In(string requestPath) => Places.Where(place => place.Path.IsMatch(requestPath)).Select(place => place.Pointer);

    /// <summary>
    /// Whether the files of an export are chance: of two images in one task, either may name the exported image.
    /// </summary>
    public static bool DecidesArchive(string scenario, string requestPath) =>
        ImageFormat().IsMatch(requestPath) && scenario.Contains("multi", StringComparison.Ordinal);

    /// <summary>Whether the text of the reply is made of random numbers.</summary>
    public static bool DecidesText(string requestPath) => requestPath.StartsWith("/samples/time-series", StringComparison.Ordinal);

    private static (Regex Path, Regex Pointer)[] Parse(params (string Path, string Pointer)[] places) =>
        [.. places.Select(place => (Whole(place.Path), Whole(place.Pointer)))];

    private static Regex Whole(string expression) => new($@"\A(?:{expression})\z", RegexOptions.CultureInvariant);

    [GeneratedRegex("YOLO|COCO")]
    private static partial Regex ImageFormat();
}
