using System.Globalization;

namespace Goldset.Labeling;

/// <summary>
/// Finds what a few common tags lack. Only tags directly in the root View and in Views nested in Views are checked, and the wording
/// is that of a JSON schema over the document: attributes are members whose names begin with <c>@</c>, a tag that occurs once is an
/// object and one that occurs more often an array, and values that look like numbers or truth values are none of them texts.
/// </summary>
internal static class RequiredAttributes
{
    /// <summary>Digits after which a text is no number to the original either.</summary>
    private const int LongestNumber = 4300;

    /// <summary>The first fault, nearest to the root; null when there is none.</summary>
    public static string? FindFault(ConfigElement root)
    {
        if (root.Tag != "View")
        {
            return null;
        }

        for (List<ConfigElement> level = [root]; level.Count > 0; level = [.. level.SelectMany(view => view.Children).Where(child => child.Tag == "View")])
        {
            foreach (var view in level)
            {
                if (FindFaultIn(view, isRoot: view == root) is { } fault)
                {
                    return $"Validation failed on {fault.Path}: {fault.Message.Replace("@", "", StringComparison.Ordinal)}";
                }
            }
        }

        return null;
    }

    private static Fault? FindFaultIn(ConfigElement view, bool isRoot)
    {
        foreach (var group in view.Children.GroupBy(child => child.Tag))
        {
            ConfigElement[] tags = [.. group];
            var faults = group.Key switch
            {
                "Text" or "Image" or "HyperText" => InArray(tags, ObjectFaults),
                "Choices" => InArray(tags, ChoicesFaults(tags)),
                "Labels" => tags.SelectMany(LabelsFaults),
                "TextArea" => tags.SelectMany(tag => ControlFaults(tag).Concat(NameFaults(tag))),
                "Number" => tags.SelectMany(ControlFaults),
                "Label" or "Choice" when !isRoot => tags.SelectMany(tag => Missing(tag, "value")),
                _ => [],
            };

            // Of several the one deepest in the tag counts, then the first.
            if (faults.Select((fault, index) => (fault, index)).OrderBy(pair => (-pair.fault.Depth, pair.index)).FirstOrDefault().fault is { } worst)
            {
                return worst;
            }
        }

        return null;
    }

    /// <summary>Where a tag occurs more than once, its place is part of the path.</summary>
    private static IEnumerable<Fault> InArray(ConfigElement[] tags, Func<ConfigElement, IEnumerable<Fault>> check) =>
        tags.Length == 1
            ? check(tags[0])
            : tags.SelectMany((tag, index) => check(tag).Select(fault => fault with
            {
                Path = fault.Path.Length == 0 ? Number(index) : $"{index}/{fault.Path}",
                Depth = fault.Depth + 1,
            }));

    private static IEnumerable<Fault> ObjectFaults(ConfigElement tag)
    {
        if (tag.Attribute("name") is null)
        {
            return Missing(tag, "name");
        }

        return (tag.Attribute("value"), tag.Attribute("valueList")) switch
        {
            (null, null) => Missing(tag, "value"),
            (not null, not null) =>
                [new Fault("", 0, $"{Repr(tag)} is valid under each of {{'required': ['name', 'valueList']}}, {{'required': ['name', 'value']}}")],
            _ => [],
        };
    }

    private static Func<ConfigElement, IEnumerable<Fault>> ChoicesFaults(ConfigElement[] tags)
    {
        // A single Choice counts as a list of one, but not when one of several Choices tags has none at all.
        var wrapSingle = tags.All(tag => Children(tag, "Choice").Length > 0);
        return tag =>
        {
            var choices = Children(tag, "Choice");
            var faults = ControlFaults(tag).Concat(ContentFaults(tag, choices.Length, "Choice")).Concat(NameFaults(tag));
            return choices.Length == 1 && !wrapSingle
                ? faults.Append(new Fault("Choice", 1, $"{Repr(choices[0])} is not of type 'array'"))
                : faults.Concat(choices.SelectMany((choice, index) => Missing(choice, "value", $"Choice/{index}", 2)));
        };
    }

    private static IEnumerable<Fault> LabelsFaults(ConfigElement tag, int index)
    {
        var labels = Children(tag, "Label");
        var count = tag.Parent!.Children.Count(child => child.Tag == tag.Tag);
        var own = ControlFaults(tag).Concat(ContentFaults(tag, labels.Length, "Label")).Concat(NameFaults(tag));
        var ofLabels = labels.SelectMany((label, at) => Missing(label, "value", labels.Length == 1 ? "" : Number(at), 2));
        return (count == 1 ? own : own.Select(fault => fault with { Path = fault.Path.Length == 0 ? Number(index) : $"{index}/{fault.Path}" })).Concat(ofLabels);
    }

    private static IEnumerable<Fault> ControlFaults(ConfigElement tag) => Missing(tag, "name").Concat(Missing(tag, "toName"));

    private static Fault[] ContentFaults(ConfigElement tag, int children, string childTag) =>
        children > 0 || tag.Attribute("value") is not null || Children(tag, "View").Length > 0
            ? []
            : [new Fault("", 0, $"'{childTag}' is a required property")];

    private static IEnumerable<Fault> NameFaults(ConfigElement tag) =>
        from attribute in tag.Attributes
        where attribute.Name is "name" or "toName"
        let converted = Convert(attribute.Value)
        where converted is not string
        select new Fault("@" + attribute.Name, 1, $"{Repr(converted)} is not of type 'string'");

    private static Fault[] Missing(ConfigElement tag, string attribute, string path = "", int depth = 0) =>
        tag.Attribute(attribute) is null ? [new Fault(path, depth, $"'{attribute}' is a required property")] : [];

    private static ConfigElement[] Children(ConfigElement tag, string childTag) => [.. tag.Children.Where(child => child.Tag == childTag)];

    /// <summary>The typed value of an attribute or text: bool, decimal integer, double or string.</summary>
    private static object Convert(string text)
    {
        if (text.Length > LongestNumber)
        {
            return text;
        }

        if (bool.TryParse(text, out var truth) && text.Trim() == text)
        {
            return truth;
        }

        if (System.Numerics.BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var integer))
        {
            return integer;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : text;
    }

    private static string Repr(object value) => value switch
    {
        bool truth => truth ? "True" : "False",
        double number => PythonRepr.Of(number),
        string text => PythonRepr.Of(text),
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Repr(ConfigElement tag)
    {
        var members = tag.Attributes.Select(attribute => $"{PythonRepr.Of("@" + attribute.Name)}: {Repr(Convert(attribute.Value))}").ToList();
        if (tag.Text.Length > 0)
        {
            members.Add($"'$': {Repr(Convert(tag.Text))}");
        }

        members.AddRange(tag.Children.GroupBy(child => child.Tag).Select(group =>
            $"{PythonRepr.Of(group.Key)}: {(group.Count() == 1 ? Repr(group.First()) : $"[{string.Join(", ", group.Select(Repr))}]")}"));
        return members.Count == 0 ? "OrderedDict()" : $"OrderedDict({{{string.Join(", ", members)}}})";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Fault(string Path, int Depth, string Message);
}
