using System.Globalization;
using System.Xml;

namespace Goldset.Labeling;

/// <content>Tags, their attributes and references.</content>
internal sealed partial class XmlFault
{
    private void EndTag()
    {
        var start = _at;
        _at += 2;
        var name = ScanName();
        SkipSpace();
        if (Current != '>' || name.Length == 0)
        {
            Fault(AtEnd ? start : _at, AtEnd ? UnclosedToken : InvalidToken, _at, "expected '>'");
            return;
        }

        _at++;
        var (open, openedAt, _) = _open.Pop();
        if (open != name)
        {
            Fault(start + 2, "mismatched tag", _at, $"Opening and ending tag mismatch: {open} line {LineOf(openedAt)} and {name}");
        }
    }

    private void StartTag()
    {
        var start = _at;
        _at++;
        var name = ScanName();
        if (name.Length == 0)
        {
            Broken(start, _at, "StartTag: invalid element name", Current != '!' ? _at : _open.Count == 0 || StartsWith("!-") || StartsWith("![")
                ? DeclarationOffence(start) : _at + 1);
            return;
        }

        if (name[^1] == ':')
        {
            Broken(start, _at, $"Failed to parse QName '{name}'");
            return;
        }

        var tag = new OpenTag(name, start, []);
        var later = new List<(int At, string Text)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var prefixes = new List<string> { Prefix(name) };
        while (!Found)
        {
            var spaced = SkipSpace();
            if (Current == '>' || StartsWith("/>"))
            {
                CloseStartTag(tag, later, prefixes);
                return;
            }

            if (!Attribute(tag, start, spaced, names, prefixes, later))
            {
                return;
            }
        }
    }

    private void CloseStartTag(OpenTag tag, List<(int At, string Text)> later, List<string> prefixes)
    {
        if (Current == '>')
        {
            _open.Push(tag);
        }

        _at += Current == '>' ? 1 : 2;
        foreach (var (at, text) in later)
        {
            Check(at, text);
        }

        if (_check is null && prefixes.Any(prefix => !IsBound(prefix, tag)))
        {
            Check(tag.At, "unbound prefix");
        }
    }

    /// <summary>Scans one attribute; false when the tag can't be read any further.</summary>
    private bool Attribute(OpenTag tag, int tagAt, bool spaced, HashSet<string> names, List<string> prefixes, List<(int At, string Text)> later)
    {
        if (!spaced && names.Count > 0)
        {
            return Broken(tagAt, _at, "attributes construct error", Current == '/' ? _at + 1 : _at);
        }

        if (AtEnd)
        {
            return Broken(tagAt, _at, $"Couldn't find end of Start Tag {tag.Name} line {LineOf(tagAt)}");
        }

        var nameAt = _at;
        var name = ScanName();
        if (name.Length == 0)
        {
            // A slash alone is a token; what follows it is not.
            return Broken(tagAt, _at, "error parsing attribute name", Current == '/' ? _at + 1 : _at);
        }

        SkipSpace();
        if (Current != '=')
        {
            return Broken(tagAt, _at, $"Specification mandates value for attribute {name}");
        }

        _at++;
        SkipSpace();
        if (Current is not ('"' or '\''))
        {
            return Broken(tagAt, _at, "AttValue: \" or ' expected");
        }

        var valueAt = _at + 1;
        if (!AttributeValue(tagAt, out var undefined))
        {
            return false;
        }

        if (!names.Add(name))
        {
            later.Add((nameAt, "duplicate attribute"));
            Compare(_at, $"Attribute {name} redefined");
        }
        else if (undefined is not null)
        {
            later.Add((tagAt, undefined));
        }

        if (name.StartsWith("xmlns:", StringComparison.Ordinal) && _at - 1 > valueAt)
        {
            tag.Prefixes.Add(name[6..]);
        }
        else
        {
            prefixes.Add(Prefix(name));
        }

        return true;
    }

    private bool AttributeValue(int tagAt, out string? undefined)
    {
        undefined = null;
        var quote = Current;
        _at++;
        while (Current != quote || AtEnd)
        {
            if (AtEnd)
            {
                return Broken(tagAt, _at, "AttValue: ' expected");
            }

            if (Current == '<')
            {
                return Broken(tagAt, _at, "Unescaped '<' not allowed in attributes values");
            }

            if (Current == '&')
            {
                undefined ??= Reference(tagAt);
                if (Found)
                {
                    return false;
                }
            }
            else if (!SkipChar())
            {
                return Broken(tagAt, _at, "invalid character in attribute value");
            }
        }

        _at++;
        return true;
    }

    private bool Broken(int tagAt, int at, string compare, int? offence = null)
    {
        var check = offence ?? at;
        Fault(check >= _xml.Length ? tagAt : check, check >= _xml.Length ? UnclosedToken : InvalidToken, at, compare);
        return false;
    }

    /// <summary>Scans a reference. Gives the text of a fault that the checking parser finds only once the token is read.</summary>
    private string? Reference(int tokenAt)
    {
        _at++;
        if (Current == '#')
        {
            return CharacterReference(tokenAt);
        }

        var name = ScanName();
        if (name.Length == 0)
        {
            Broken(tokenAt, _at, "xmlParseEntityRef: no name");
            return null;
        }

        if (Current != ';')
        {
            Broken(tokenAt, _at, "EntityRef: expecting ';'");
            return null;
        }

        _at++;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            return null;
        }

        Compare(_at, $"Entity '{name}' not defined");
        return "undefined entity";
    }

    private string? CharacterReference(int tokenAt)
    {
        _at++;
        var hexadecimal = Current == 'x';
        if (hexadecimal)
        {
            _at++;
        }

        var digitsAt = _at;
        while (hexadecimal ? char.IsAsciiHexDigit(Current) : char.IsAsciiDigit(Current))
        {
            _at++;
        }

        if (Current != ';' || _at == digitsAt)
        {
            var empty = Current == ';';
            Broken(tokenAt, empty ? _at + 1 : _at, empty ? "xmlParseCharRef: invalid xmlChar value 0"
                : hexadecimal ? "CharRef: invalid hexadecimal value" : "CharRef: invalid decimal value", _at);
            return null;
        }

        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var known = int.TryParse(_xml.AsSpan(digitsAt, _at - digitsAt), style, CultureInfo.InvariantCulture, out var value);
        _at++;
        if (known && value <= 0x10FFFF && (value > 0xFFFF || XmlConvert.IsXmlChar((char)value)))
        {
            return null;
        }

        Compare(_at, $"xmlParseCharRef: invalid xmlChar value {(known && value <= 0x10FFFF ? value : 0)}");
        return "reference to invalid character number";
    }

    private bool IsBound(string prefix, OpenTag tag) =>
        prefix is "" or "xml" or "xmlns" || tag.Prefixes.Contains(prefix) || _open.Any(open => open.Prefixes.Contains(prefix));

    private static string Prefix(string name) => name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? name[..colon] : "";
}
