using System.Globalization;
using System.Text;
using System.Text.Json;
using Goldset.Formats.Reading.Coco;
using Goldset.Labeling;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Goldset.Formats.Reading.Yolo;

/// <summary>What the class numbers of YOLO labels mean.</summary>
/// <param name="Names">Names by number.</param>
/// <param name="Keypoints">Names of the points that follow each box; empty when there are none.</param>
/// <param name="PointSize">Numbers for each of them: x, y, and with 3 whether it is seen.</param>
internal sealed record YoloClasses(SortedDictionary<long, string> Names, IReadOnlyList<string> Keypoints, int PointSize)
{
    private const int MaxSize = 4 * 1024 * 1024;
    private const int MaxPoints = 1000;

    /// <summary>Whether a file names classes.</summary>
    public static bool IsList(DatasetFile file) => file.Name is "classes.txt" or "obj.names" or "notes.json" || IsYaml(file);

    /// <summary>Reads the classes of a dataset. Notes count before YAML, and that before a list, as they say more.</summary>
    /// <exception cref="DatasetException">There are none, or they cannot be read.</exception>
    public static YoloClasses Read(DatasetFiles files)
    {
        if (Nearest(files, file => file.Name == "notes.json") is { } notes)
        {
            return ReadNotes(notes);
        }

        foreach (var yaml in files.All.Where(IsYaml).OrderBy(file => file.Path.Count(c => c == '/')))
        {
            if (ReadYaml(yaml) is { } classes)
            {
                return classes;
            }
        }

        return Nearest(files, file => file.Name is "classes.txt" or "obj.names") is { } list
            ? ReadList(list)
            : throw new DatasetException("there is no classes.txt, data.yaml or notes.json that names the classes");
    }

    private static DatasetFile? Nearest(DatasetFiles files, Func<DatasetFile, bool> isMeant) =>
        files.All.Where(isMeant).MinBy(file => file.Path.Count(c => c == '/'));

    private static bool IsYaml(DatasetFile file) => file.EndsWith(".yaml") || file.EndsWith(".yml");

    private static YoloClasses ReadList(DatasetFile file)
    {
        var lines = Encoding.UTF8.GetString(file.ReadAll(MaxSize)).TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return new YoloClasses(new SortedDictionary<long, string>(lines.Index().ToDictionary(line => (long)line.Index, line => line.Item)), [], 0);
    }

    private static YoloClasses ReadNotes(DatasetFile file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.ReadAll(MaxSize));
            var names = new SortedDictionary<long, string>();
            IReadOnlyList<string> keypoints = [];
            var list = JsonStrings.Find(document.RootElement, "categories"u8);
            foreach (var category in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
            {
                if (CocoCategory.Read(category) is { } known)
                {
                    names.TryAdd(known.Id, known.Name);
                    keypoints = known.Keypoints.Count > 0 ? known.Keypoints : keypoints;
                }
            }

            return new YoloClasses(names, keypoints, 3);
        }
        catch (JsonException malformed)
        {
            throw new DatasetException("the text is not valid JSON", file.Path, (malformed.LineNumber ?? 0) + 1, malformed);
        }
    }

    /// <summary>The members <c>names</c>, <c>kpt_shape</c> and <c>kpt_names</c>; null when there are no names. Nothing else is looked at.</summary>
    private static YoloClasses? ReadYaml(DatasetFile file)
    {
        try
        {
            using var text = new StreamReader(new MemoryStream(file.ReadAll(MaxSize)));
            var members = ReadMembers(new Parser(text));
            if (!members.TryGetValue("names", out var named) || named.Count == 0)
            {
                return null;
            }

            var names = new SortedDictionary<long, string>();
            foreach (var (key, name) in named)
            {
                if (!long.TryParse(key, CultureInfo.InvariantCulture, out var id))
                {
                    throw new DatasetException($"the class \"{name}\" has no whole number", file.Path);
                }

                names.TryAdd(id, name);
            }

            var shape = members.GetValueOrDefault("kpt_shape", []).Select(pair => int.TryParse(pair.Value, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
            if (shape is not [> 0 and <= MaxPoints and var points, 2 or 3])
            {
                return new YoloClasses(names, [], 0);
            }

            var labels = members.GetValueOrDefault("kpt_names", []).Select(pair => pair.Value).ToList();
            return new YoloClasses(names, labels.Count == points ? labels : [.. Enumerable.Range(0, points).Select(at => $"keypoint {at}")], shape[1]);
        }
        catch (YamlException malformed)
        {
            throw new DatasetException("the text is not valid YAML", file.Path, malformed.Start.Line, malformed);
        }
    }

    /// <summary>The members of the root that are lists or maps of scalars, lists with their positions as keys. Deeper levels are passed over.</summary>
    private static Dictionary<string, List<(string Key, string Value)>> ReadMembers(IParser parser)
    {
        var members = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        var depth = 0;
        string? member = null;
        string? key = null;
        var isList = false;
        var position = 0;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    depth++;
                    if (depth == 2 && member is not null)
                    {
                        (isList, position, key) = (parser.Current is SequenceStart, 0, null);
                        members[member] = [];
                    }

                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    if (depth == 1)
                    {
                        member = null;
                    }
                    else if (depth == 2)
                    {
                        (key, position) = (null, position + 1);
                    }

                    break;
                case Scalar scalar when depth == 1:
                    member = member is null ? scalar.Value : null;
                    break;
                case Scalar scalar when depth == 2 && member is not null && isList:
                    members[member].Add((position++.ToString(CultureInfo.InvariantCulture), scalar.Value));
                    break;
                case Scalar scalar when depth == 2 && member is not null && key is null:
                    key = scalar.Value;
                    break;
                case Scalar scalar when depth == 2 && member is not null:
                    members[member].Add((key!, scalar.Value));
                    key = null;
                    break;
            }
        }

        return members;
    }
}
