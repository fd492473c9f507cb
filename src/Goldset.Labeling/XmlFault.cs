using System.Xml;

namespace Goldset.Labeling;

/// <summary>
/// Words what is wrong with a text that <see cref="XmlReader"/> refused. Clients know the API by the texts of two parsers that
/// also count positions differently: the one that checks a new configuration (columns from 0) and the one that compares it
/// with the old one (columns from 1, usually behind the offence). One scan finds the first fault of each.
/// </summary>
internal sealed partial class XmlFault
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
        if (_check is null)
        {
            var (line, column) = Position(at);
            _check = $"{text}: line {line}, column {column}";
        }
    }

    private void Compare(int at, string text)
    {
        if (_compare is null)
        {
            var (line, column) = Position(at);
            _compare = $"{text}, line {line}, column {column + 1} (<string>, line {line})";
        }
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
