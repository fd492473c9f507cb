using System.Text;

namespace Goldset.Formats.Text;

/// <summary>A text's tokens: their bytes, and the code points they begin and end at.</summary>
internal sealed class TokenizedText
{
    public TokenizedText(string text)
    {
        var (unit, point) = (0, 0);
        foreach (var token in PennTokenizer.Tokenize(text))
        {
            var first = PointAt(token.Start);
            var last = PointAt(token.Start + token.Length) - 1;
            Tokens.Add((Encoding.UTF8.GetBytes(text.Substring(token.Start, token.Length)), first, last));
        }

        int PointAt(int until)
        {
            for (; unit < until; unit++)
            {
                point += char.IsLowSurrogate(text[unit]) && unit > 0 && char.IsHighSurrogate(text[unit - 1]) ? 0 : 1;
            }

            return point;
        }
    }

    public List<(byte[] Text, int First, int Last)> Tokens { get; } = [];
}
