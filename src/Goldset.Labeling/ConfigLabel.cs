namespace Goldset.Labeling;

/// <summary>A <c>Label</c>, <c>Choice</c> or <c>Relation</c> that a control offers.</summary>
public sealed class ConfigLabel
{
    internal ConfigLabel(string key, ConfigElement element)
    {
        Key = key;
        Element = element;
    }

    /// <summary>What results store: <c>alias</c>, else <c>value</c>, else <c>valueList</c>.</summary>
    public string Key { get; }

    /// <summary>The element it was declared by; the last one when several share the key.</summary>
    public ConfigElement Element { get; }

    /// <summary>The <c>value</c> attribute: what annotators see.</summary>
    public string? Value => Element.Attribute("value");

    /// <summary>The <c>alias</c> attribute.</summary>
    public string? Alias => Element.Attribute("alias");

    /// <summary>The <c>background</c> attribute: any CSS colour.</summary>
    public string? Background => Element.Attribute("background");

    /// <summary>The <c>hotkey</c> attribute.</summary>
    public string? Hotkey => Element.Attribute("hotkey");

    /// <summary>The <c>category</c> attribute as a number: the class id wished for in exports.</summary>
    public int? Category => int.TryParse(Element.Attribute("category"), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <inheritdoc/>
    public override string ToString() => Key;
}
