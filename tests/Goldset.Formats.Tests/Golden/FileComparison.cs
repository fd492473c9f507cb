using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StbImageSharp;

namespace Goldset.Formats.Tests.Golden;

/// <summary>Compares exported files by meaning: JSON and tables by value, label files by number, XML by structure, pictures by pixel.</summary>
/// <param name="hostDependentNames">Ignore the digits before the names of images.</param>
internal sealed partial class FileComparison(bool hostDependentNames)
{
    /// <summary>Compares all files of an export.</summary>
    public IEnumerable<string> Compare(IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> actual)
    {
        if (expected.Count == 1 && actual.Count == 1 && !expected.Keys.Single().Contains('/'))
        {
            // A single file has the name the server gives it.
            return CompareFile(expected.Keys.Single(), expected.Values.Single(), actual.Values.Single());
        }

        var names = expected.Keys.Concat(actual.Keys).Select(NormalName).Distinct().Order(StringComparer.Ordinal);
        return names.SelectMany(name => CompareAll(name, All(expected, name), All(actual, name)));
    }

    private IEnumerable<string> CompareAll(string name, List<byte[]> expected, List<byte[]> actual)
    {
        if (expected.Count != actual.Count)
        {
            return [$"{name}: expected {expected.Count} such files, got {actual.Count}"];
        }

        // Files that share a normal name are paired with those that agree.
        var differences = new List<string>();
        foreach (var file in expected)
        {
            var best = actual.Select((other, index) => (index, found: CompareFile(name, file, other).ToList())).MinBy(pair => pair.found.Count);
            actual.RemoveAt(best.index);
            differences.AddRange(best.found);
        }

        return differences;
    }

    private List<byte[]> All(IReadOnlyDictionary<string, byte[]> files, string name) =>
        [.. files.Where(file => NormalName(file.Key) == name).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value)];

    private string NormalName(string name) => hostDependentNames ? HashInName().Replace(name, "$1") : name;

    private IEnumerable<string> CompareFile(string name, byte[] expected, byte[] actual)
    {
        if (expected.AsSpan().SequenceEqual(actual))
        {
            return [];
        }

        return Path.GetExtension(name) switch
        {
            ".json" => CompareJson(Path.GetFileName(name), expected, actual),
            ".jsonl" => CompareJsonLines(name, expected, actual),
            ".csv" => TableComparison.Compare(expected, actual),
            ".conll" => CompareLines(name, expected, actual, numbers: false),
            ".txt" => CompareLines(name, expected, actual, numbers: !name.EndsWith("classes.txt", StringComparison.Ordinal)),
            ".xml" => CompareXml(XDocument.Parse(Encoding.UTF8.GetString(expected)).Root!, XDocument.Parse(Encoding.UTF8.GetString(actual)).Root!, name),
            ".png" => ComparePictures(name, expected, actual),
            ".npy" => [$"{name}: differs"],
            _ => [$"{name}: bytes differ ({expected.Length} and {actual.Length})"],
        };
    }

    private IEnumerable<string> CompareJson(string name, byte[] expected, byte[] actual)
    {
        if (name == "manifest.json")
        {
            return CompareJsonLines(name, expected, actual);
        }

        using var x = JsonDocument.Parse(expected);
        using var y = JsonDocument.Parse(actual);
        var (before, after) = name == "result_coco.json" ? (BrushCocoView.Of(x.RootElement), BrushCocoView.Of(y.RootElement)) : (x.RootElement, y.RootElement);
        return [.. JsonComparison.Compare(before, after, name, hostDependentNames ? HashInName() : null)];
    }

    private static IEnumerable<string> CompareJsonLines(string name, byte[] expected, byte[] actual)
    {
        var (x, y) = (Lines(expected), Lines(actual));
        return x.Length != y.Length
            ? [$"{name}: expected {x.Length} lines, got {y.Length}"]
            : x.Zip(y).SelectMany(lines => JsonComparison.Compare(JsonElement.Parse(lines.First), JsonElement.Parse(lines.Second), name)).ToList();
    }

    private static IEnumerable<string> CompareLines(string name, byte[] expected, byte[] actual, bool numbers)
    {
        var (x, y) = (Lines(expected), Lines(actual));
        return x.Length != y.Length
            ? [$"{name}: expected {x.Length} lines, got {y.Length}"]
            : x.Zip(y).Where(lines => lines.First != lines.Second && !(numbers && AreClose(lines.First.Split(' '), lines.Second.Split(' '))))
                .Select(lines => $"{name}: expected {lines.First}, got {lines.Second}");
    }

    private static bool AreClose(string[] expected, string[] actual) =>
        expected.Length == actual.Length && expected[0] == actual[0] && expected.Zip(actual).Skip(1).All(pair =>
            JsonComparison.AreClose(double.Parse(pair.First, CultureInfo.InvariantCulture), double.Parse(pair.Second, CultureInfo.InvariantCulture)));

    private static string[] Lines(byte[] text) => Encoding.UTF8.GetString(text).TrimEnd().Split('\n');

    private static IEnumerable<string> CompareXml(XElement expected, XElement actual, string where)
    {
        if (expected.Name != actual.Name)
        {
            return [$"{where}: expected <{expected.Name}>, got <{actual.Name}>"];
        }

        var (x, y) = (expected.Elements().ToList(), actual.Elements().ToList());
        if (x.Count != y.Count)
        {
            return [$"{where}/{expected.Name}: expected {x.Count} children, got {y.Count}"];
        }

        return x.Count == 0 && expected.Value.Trim('\n') != actual.Value.Trim('\n')
            ? [$"{where}/{expected.Name}: expected {expected.Value}, got {actual.Value}"]
            : x.Zip(y).SelectMany(pair => CompareXml(pair.First, pair.Second, $"{where}/{expected.Name}"));
    }

    private static IEnumerable<string> ComparePictures(string name, byte[] expected, byte[] actual)
    {
        var (x, y) = (ImageResult.FromMemory(expected), ImageResult.FromMemory(actual));
        return (x.Width, x.Height, x.SourceComp) != (y.Width, y.Height, y.SourceComp) ? [$"{name}: other size or channels"]
            : x.Data.AsSpan().SequenceEqual(y.Data) ? []
            : [$"{name}: other pixels"];
    }

    [GeneratedRegex("(^|/)[0-9a-f]{8}__")]
    private static partial Regex HashInName();
}
