using Goldset.Labeling;

namespace Goldset.Formats.Shapes;

/// <summary>A class of COCO and YOLO.</summary>
internal readonly record struct Category(long Id, string Name);

/// <summary>
/// The numbered classes. Labels with a <c>category</c> come first and have that number; the others follow, sorted, and take the
/// numbers that are free. Labels that only results know are added as they are met.
/// </summary>
internal sealed class CategoryList
{
    private readonly List<Category> _all = [];
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<long> _used = [];

    /// <param name="controls">The controls whose labels are classes, choices and taxonomy entries included.</param>
    /// <param name="order">How labels without a number are sorted.</param>
    public CategoryList(IReadOnlyList<ControlTag> controls, ClassOrder order)
    {
        foreach (var label in controls.SelectMany(control => control.Labels))
        {
            if (label.Category is { } id)
            {
                Add(id, label.Key);
            }
        }

        var rest = controls.SelectMany(control => control.Labels).Select(label => label.Key).Where(name => !_ids.ContainsKey(name)).Distinct(StringComparer.Ordinal);
        long next = 0;
        foreach (var name in order == ClassOrder.Name ? rest.Order(CodePointOrder.Instance) : rest)
        {
            while (_used.Contains(next))
            {
                next++;
            }

            Add(next, name);
        }
    }

    /// <summary>The classes, in the order in which they are written.</summary>
    public IReadOnlyList<Category> All => _all;

    /// <summary>The number of a class, which is new if it is not known.</summary>
    public long IdOf(string name)
    {
        if (!_ids.TryGetValue(name, out var id))
        {
            id = NextId();
            Add(id, name);
        }

        return id;
    }

    /// <summary>The number that a class added now gets.</summary>
    public long NextId()
    {
        long id = _all.Count;
        while (_used.Contains(id))
        {
            id++;
        }

        return id;
    }

    private void Add(long id, string name)
    {
        _all.Add(new Category(id, name));
        _ids[name] = id;
        _used.Add(id);
    }
}
