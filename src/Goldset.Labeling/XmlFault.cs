using System.Globalization;
using System.Xml;

namespace Goldset.Labeling;

/// <summary>
/// Words what is wrong with a text that <see cref="XmlReader"/> refused. Clients know the API by the texts of two parsers that
/// also count positions differently: the one that checks a new configuration (columns from 0) and the one that compares it
/// with the old one (columns from 1, usually behind the offence). One scan finds the first fault of each.
/// </summary>
internal sealed class XmlFault
{
    private const string InvalidToken = "not well-formed (invalid token)";
    private const string UnclosedToken = "unclosed token";

    private readonly string _xml;
    private readonly Stack<OpenTag> _open = new();
    private int _at;
    private string? _check;
    private string? _compare;

    private XmlFault(string xml)
    {
        _xml = xml;
    }

    public static LabelConfigException Describe(string xml, XmlException fault)
    {
        var scan = new XmlFault(xml);
        if (scan.Doctype() is { } refusal)
        {
            return new LabelConfigException(refusal, inner: fault);
        }

        var message = scan._check ?? $"{InvalidToken}: line {fault.LineNumber}, column {Math.Max(0, fault.LinePosition - 1)}";
        return new LabelConfigException(message, scan._compare, fault);
    }

    private bool Found => _check is not null && _compare is not null;

    private bool AtEnd => _at >= _xml.Length;

    private char Current => _at < _xml.Length ? _xml[_at] : '\0';

    /// <summary>Scans the document. Gives the refusal when there is a document type before the first fault.</summary>
    private string? Doctype()
    {
        if (StartsWith("<?xml") && _xml.Length > 5 && (char.IsWhiteSpace(_xml[5]) || _xml[5] == '?'))
        {
            Declaration();
        }

        var rootSeen = false;
        while (!Found)
        {
            if (_open.Count > 0)
            {
                Content();
                continue;
            }

            SkipSpace();
            if (AtEnd)
            {
                if (!rootSeen)
                {
                    Fault(_at, "no element found", _at, _xml.Length == 0 ? "Document is empty" : "Start tag expected, '<' not found");
                }

                break;
            }

            if (StartsWith("<!DOCTYPE"))
            {
                return DoctypeRefusal();
            }

            if (StartsWith("<!--"))
            {
                Comment();
            }
            else if (StartsWith("<?"))
            {
                Instruction();
            }
            else if (!rootSeen && Current == '<' && _at + 1 < _xml.Length && IsNameStart(_xml[_at + 1]))
            {
                rootSeen = true;
                StartTag();
            }
            else
            {
                Stray(rootSeen);
            }
        }

        return null;
    }

    /// <summary>Anything but comments and instructions before or after the root.</summary>
    private void Stray(bool rootSeen)
    {
        var at = _at;
        var token = ScanPrologToken();
        var check = token >= 0 ? InvalidToken
            : token == -2 ? UnclosedToken
            : rootSeen ? "junk after document element" : "syntax error";
        if (rootSeen)
        {
            Fault(Math.Max(token, at), check, at, "Extra content at the end of the document");
        }
        else if (Current == '<')
        {
            Fault(Math.Max(token, at), check, at + 1, "StartTag: invalid element name");
        }
        else
        {
            Fault(Math.Max(token, at), check, at, "Start tag expected, '<' not found");
        }
    }

    /// <summary>The index of the character that no token can have, -1 when this is a token (in the wrong place), -2 when it does not end.</summary>
    private int ScanPrologToken()
    {
        var c = Current;
        if (c == '<')
        {
            if (_at + 1 >= _xml.Length)
            {
                return -2;
            }

            if (StartsWith("<![") || IsNameStart(_xml[_at + 1]))
            {
                return -1;
            }

            var end = _xml[_at + 1] != '!' ? _at + 1 : DeclarationOffence(_at);
            return end < _xml.Length ? end : -2;
        }

        if (c is '"' or '\'')
        {
            return _xml.IndexOf(c, _at + 1) < 0 ? -2 : -1;
        }

        if (IsNameStart(c) || XmlConvert.IsNCNameChar(c) || c == ':')
        {
            var end = _at;
            while (end < _xml.Length && (XmlConvert.IsNCNameChar(_xml[end]) || _xml[end] == ':'))
            {
                end++;
            }

            return end >= _xml.Length || IsSpace(_xml[end]) || ">),|[%?*+".Contains(_xml[end], StringComparison.Ordinal) ? -1 : end;
        }

        return "()[]|>,".Contains(c, StringComparison.Ordinal) ? -1 : c == '#' ? _at + 1 : _at;
    }

    /// <summary>Where text that begins like a comment, a CDATA section or a declaration turns out to be none.</summary>
    private int DeclarationOffence(int at)
    {
        var end = at + 2;
        const string section = "[CDATA[";
        if (end < _xml.Length && _xml[end] == '[')
        {
            for (var i = 0; i < section.Length && end < _xml.Length && _xml[end] == section[i]; i++)
            {
                end++;
            }

            return end;
        }

        if (end < _xml.Length && _xml[end] == '-')
        {
            return end + 1;
        }

        while (end < _xml.Length && char.IsAsciiLetter(_xml[end]))
        {
            end++;
        }

        return end;
    }

    private string DoctypeRefusal()
    {
        _at += "<!DOCTYPE".Length;
        SkipSpace();
        var name = ScanName();
        SkipSpace();
        string? system = null;
        string? @public = null;
        if (StartsWith("SYSTEM"))
        {
            _at += 6;
            system = ScanLiteral();
        }
        else if (StartsWith("PUBLIC"))
        {
            _at += 6;
            @public = ScanLiteral();
            system = ScanLiteral();
        }

        return $"DTDForbidden(name={PythonRepr.Of(name)}, system_id={PythonRepr.Of(system)}, public_id={PythonRepr.Of(@public)})";
    }

    private string? ScanLiteral()
    {
        SkipSpace();
        if (Current is not ('"' or '\'') || _xml.IndexOf(Current, _at + 1) is not (> 0 and var end))
        {
            return null;
        }

        var literal = _xml[(_at + 1)..end];
        _at = end + 1;
        return literal;
    }

    private void Declaration()
    {
        const string notWellFormed = "XML declaration not well-formed";
        if (_xml.IndexOf("?>", StringComparison.Ordinal) < 0)
        {
            Fault(0, UnclosedToken, _xml.Length, "parsing XML declaration: '?>' expected");
            return;
        }

        _at = 5;
        do
        {
            var first = _at == 5;
            SkipSpace();
            var nameAt = _at;
            var name = ScanName();
            if (name.Length == 0 || (first && name != "version"))
            {
                Fault(nameAt, notWellFormed, nameAt, name.Length == 0 && first
                    ? "XML declaration allowed only at the start of the document" : "Malformed declaration expecting version");
                return;
            }

            SkipSpace();
            if (Current != '=')
            {
                Fault(_at, notWellFormed, _at, "Blank needed here");
                return;
            }

            _at++;
            SkipSpace();
            if (ScanLiteral() is null)
            {
                Fault(_at, notWellFormed, _at, "String not started expecting ' or \"");
                return;
            }
        }
        while (!StartsWith("?>"));

        _at += 2;
    }

    private void Content()
    {
        var start = _at;
        while (!AtEnd && Current is not ('<' or '&'))
        {
            if (Current == '>' && _at - start >= 2 && _xml[_at - 1] == ']' && _xml[_at - 2] == ']')
            {
                Fault(_at, InvalidToken, _at - 2, "Sequence ']]>' not allowed in content");
                return;
            }

            if (!SkipChar())
            {
                Fault(_at, InvalidToken, _at, Current >= '\ufffe'
                    ? $"Char 0x{(int)Current:X} out of allowed range" : $"PCDATA invalid Char value {(int)Current}");
                return;
            }
        }

        if (AtEnd)
        {
            var (name, tagAt, _) = _open.Peek();
            Fault(_at, "no element found", _at, $"Premature end of data in tag {name} line {LineOf(tagAt)}");
        }
        else if (Current == '&')
        {
            var at = _at;
            if (Reference(at) is { } undefined)
            {
                Check(at, undefined);
            }
        }
        else if (StartsWith("</"))
        {
            EndTag();
        }
        else if (StartsWith("<!--"))
        {
            Comment();
        }
        else if (StartsWith("<![CDATA["))
        {
            CharacterData();
        }
        else if (StartsWith("<?"))
        {
            Instruction();
        }
        else
        {
            StartTag();
        }
    }

    private void CharacterData()
    {
        var end = _xml.IndexOf("]]>", _at + "<![CDATA[".Length, StringComparison.Ordinal);
        _at = end < 0 ? _xml.Length : end + 3;
        if (end < 0)
        {
            Fault(_at, "unclosed CDATA section", _at, "CData section not finished");
        }
    }

    private void Comment()
    {
        var start = _at;
        var hyphens = _xml.IndexOf("--", _at + 4, StringComparison.Ordinal);
        if (hyphens < 0 || hyphens + 2 >= _xml.Length)
        {
            _at = _xml.Length;
            Fault(start, UnclosedToken, _at, "Comment not terminated");
        }
        else if (_xml[hyphens + 2] != '>')
        {
            Fault(hyphens + 2, InvalidToken, hyphens, $"Double hyphen within comment: <!--{_xml[(start + 4)..Math.Min(hyphens, start + 54)]}");
        }
        else
        {
            _at = hyphens + 3;
        }
    }

    private void Instruction()
    {
        var start = _at;
        _at += 2;
        var name = ScanName();
        if (name.Length == 0)
        {
            Fault(AtEnd ? start : _at, AtEnd ? UnclosedToken : InvalidToken, _at, "xmlParsePI : no target name");
            return;
        }

        if (name.Equals("xml", StringComparison.OrdinalIgnoreCase))
        {
            Fault(start, "XML or text declaration not at start of entity", _at, "XML declaration allowed only at the start of the document");
            return;
        }

        if (!AtEnd && !IsSpace(Current) && !StartsWith("?>"))
        {
            Broken(start, _at, $"ParsePI: PI {name} space expected", Current == '?' ? _at + 1 : _at);
            return;
        }

        var end = _xml.IndexOf("?>", _at, StringComparison.Ordinal);
        if (end < 0)
        {
            var text = AtEnd ? $"ParsePI: PI {name} space expected" : $"ParsePI: PI {name} never end ...";
            _at = _xml.Length;
            Fault(start, UnclosedToken, _at, text);
            return;
        }

        _at = end + 2;
    }

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

        if (prefixes.Any(prefix => !IsBound(prefix, tag)))
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

    private string ScanName()
    {
        var start = _at;
        if (!AtEnd && IsNameStart(Current))
        {
            while (!AtEnd && (XmlConvert.IsNCNameChar(Current) || Current == ':'))
            {
                _at++;
            }
        }

        return _xml[start.._at];
    }

    private bool SkipSpace()
    {
        var start = _at;
        while (!AtEnd && IsSpace(Current))
        {
            _at++;
        }

        return _at > start;
    }

    private bool SkipChar()
    {
        if (XmlConvert.IsXmlChar(Current))
        {
            _at++;
            return true;
        }

        if (_at + 1 < _xml.Length && XmlConvert.IsXmlSurrogatePair(_xml[_at + 1], Current))
        {
            _at += 2;
            return true;
        }

        return false;
    }

    private bool StartsWith(string text) => _xml.AsSpan(Math.Min(_at, _xml.Length)).StartsWith(text, StringComparison.Ordinal);

    private static bool IsNameStart(char c) => XmlConvert.IsStartNCNameChar(c);

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private void Fault(int checkAt, string check, int compareAt, string compare)
    {
        Check(checkAt, check);
        Compare(compareAt, compare);
    }

    private void Check(int at, string text)
    {
        var (line, column) = Position(at);
        _check ??= $"{text}: line {line}, column {column}";
    }

    private void Compare(int at, string text)
    {
        var (line, column) = Position(at);
        _compare ??= $"{text}, line {line}, column {column + 1} (<string>, line {line})";
    }

    private int LineOf(int at) => Position(at).Line;

    /// <summary>Line from 1, column from 0 in code points.</summary>
    private (int Line, int Column) Position(int at)
    {
        var (line, column) = (1, 0);
        for (var i = 0; i < at && i < _xml.Length; i++)
        {
            var c = _xml[i];
            if (c == '\n' || (c == '\r' && !(i + 1 < _xml.Length && _xml[i + 1] == '\n')))
            {
                line++;
                column = 0;
            }
            else if (!char.IsLowSurrogate(c) && c != '\r')
            {
                column++;
            }
        }

        return (line, column);
    }

    private sealed record OpenTag(string Name, int At, List<string> Prefixes);
}
