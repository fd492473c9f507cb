using System.Xml;

namespace Goldset.Labeling;

/// <content>What may stand before and after the root element.</content>
internal sealed partial class XmlFault
{
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
}
