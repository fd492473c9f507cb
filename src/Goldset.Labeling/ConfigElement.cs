namespace Goldset.Labeling;

/// <summary>One attribute of an element, as written.</summary>
public readonly record struct ConfigAttribute(string Name, string Value);

/// <summary>An element of the labeling configuration: immutable, comments left out, spelling kept.</summary>
public sealed class ConfigElement
{
    internal ConfigElement(string tag, IReadOnlyList<ConfigAttribute> attributes, IReadOnlyList<ConfigElement> children, string text)
    {
        Tag = tag;
        Attributes = attributes;
        Children = children;
        Text = text;
        foreach (var child in children)
        {
            child.Parent = this;
        }
    }

    /// <summary>Element name as written, e.g. <c>RectangleLabels</c>.</summary>
    public string Tag { get; }

    /// <summary>Attributes in document order.</summary>
    public IReadOnlyList<ConfigAttribute> Attributes { get; }

    /// <summary>Child elements in document order.</summary>
    public IReadOnlyList<ConfigElement> Children { get; }

    /// <summary>All text directly inside the element, joined and trimmed; empty when there is none.</summary>
    public string Text { get; }

    /// <summary>The enclosing element; null for the root.</summary>
    public ConfigElement? Parent { get; private set; }

    /// <summary>Value of the attribute spelled exactly <paramref name="name"/>, or null.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>Whether the attribute says true, in any case.</summary>
    public bool Flag(string name) => string.Equals(Attribute(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>This element and all below it, in document order.</summary>
    public IEnumerable<ConfigElement> DescendantsAndSelf()
    {
        var open = new Stack<ConfigElement>();
        open.Push(this);
        while (open.TryPop(out var element))
        {
            yield return element;
            for (var i = element.Children.Count - 1; i >= 0; i--)
            {
                open.Push(element.Children[i]);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"<{Tag}>";
}
