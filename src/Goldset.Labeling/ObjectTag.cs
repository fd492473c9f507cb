namespace Goldset.Labeling;

/// <summary>A tag that shows task data: it has a name and a <c>value</c> or <c>valueList</c>.</summary>
public sealed class ObjectTag
{
    internal ObjectTag(string name, ConfigElement element)
    {
        Name = name;
        Element = element;
        DataKey = (element.Attribute("value") ?? element.Attribute("valueList"))!.TrimStart('$');
    }

    /// <summary>The name results refer to in <c>to_name</c>.</summary>
    public string Name { get; }

    /// <summary>The element that declares it.</summary>
    public ConfigElement Element { get; }

    /// <summary>Tag name as written, e.g. <c>Image</c>.</summary>
    public string Type => Element.Tag;

    /// <summary>The <c>value</c> attribute as written, <c>$</c> included.</summary>
    public string? Value => Element.Attribute("value");

    /// <summary>The <c>valueList</c> attribute as written: the field holds a list, one item a page.</summary>
    public string? ValueList => Element.Attribute("valueList");

    /// <summary>The <c>valueType</c> attribute, e.g. <c>url</c> or <c>json</c>.</summary>
    public string? ValueType => Element.Attribute("valueType");

    /// <summary>The task field without leading <c>$</c>; may hold dots and brackets (<c>items[{{idx}}].url</c>).</summary>
    public string DataKey { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Type} {Name}";
}
