using System.Text;

namespace Goldset.Formats.Tests.Golden;

/// <summary>A cell and whether it stood in quotes.</summary>
internal readonly record struct TableCell(string Text, bool Quoted)
{
    public override string ToString() => Quoted ? $"\"{Text}\"" : Text;
}

/// <summary>Reads separated text, keeping line ends inside quotes; rows end in CR LF or LF.</summary>
internal static class Table
{
    public static List<List<TableCell>> Parse(string text, char separator)
    {
        var rows = new List<List<TableCell>>();
        var row = new List<TableCell>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(text[at] == '"' ? Quoted(text, ref at) : Bare(text, separator, ref at));
            if (at < text.Length && text[at] == separator)
            {
                at++;
                if (at == text.Length)
                {
                    row.Add(new TableCell("", false));
                }

                continue;
            }

            at += at < text.Length && text[at] == '\r' ? 1 : 0;
            at += at < text.Length && text[at] == '\n' ? 1 : 0;
            rows.Add(row);
            row = [];
        }

        if (row.Count > 0)
        {
            rows.Add(row);
        }

        return rows;
    }

    private static TableCell Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[++at] != '"'))
            {
                break;
            }

            cell.Append(text[at]);
        }

        at += at < text.Length && text[at] == '"' ? 1 : 0;
        return new TableCell(cell.ToString(), true);
    }

    private static TableCell Bare(string text, char separator, ref int at)
    {
        var length = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
        var start = at;
        at = length < 0 ? text.Length : start + length;
        return new TableCell(text[start..at], false);
    }
}
