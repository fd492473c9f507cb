using System.Text.RegularExpressions;

namespace Goldset.Formats.Text;

/// <summary>A token's place in its text, in UTF-16 units.</summary>
internal readonly record struct Token(int Start, int Length);

/// <summary>Splits text into tokens by the rules of the Penn Treebank, as far as ready-made exports follow them.</summary>
internal static partial class PennTokenizer
{
    private const string Opening = "``";
    private const string Closing = "''";

    private static readonly (Regex Pattern, string Replacement)[] Rules =
    [
        (QuoteAtStart(), Opening),
        (OpeningPair(), " $0 "),
        (QuoteAfterBlank(), $"$1 {Opening} "),
        (SeparatorBeforeOther(), " $1 $2"),
        (SeparatorAtEnd(), " $1 "),
        (Ellipsis(), " ... "),
        (Symbol(), " $0 "),
        (FinalPeriod(), "$1 $2 $3 "),
        (SentenceEnd(), " $0 "),
        (ApostropheBeforeBlank(), "$1 ' "),
        (Bracket(), " $0 "),
        (Dashes(), " -- "),
    ];

    private static readonly (Regex Pattern, string Replacement)[] LaterRules =
    [
        (ClosingPair(), " '' "),
        (Quote(), " '' "),
        (ShortEnding(), "$1 $2 "),
        (LongEnding(), "$1 $2 "),
        (Contraction(), " $1 $2 "),
        (WannaContraction(), " $1 $2 "),
        (ItContraction(), " $1 $2 "),
    ];

    /// <summary>The tokens of a text, in order.</summary>
    public static List<Token> Tokenize(string text)
    {
        var spaced = Rules.Aggregate(text, Apply);
        spaced = LaterRules.Aggregate($" {spaced} ", Apply);
        var quotes = new Queue<string>(QuoteInText().Matches(text).Select(match => match.Value));
        var tokens = new List<Token>();
        var at = 0;
        foreach (var piece in Piece().Matches(spaced).Select(match => match.Value))
        {
            // Quotes were replaced while splitting; what stands in the text is what it was.
            var token = piece is Opening or Closing or "\"" && quotes.TryDequeue(out var quote) ? quote : piece;
            var start = text.IndexOf(token, at, StringComparison.Ordinal);
            if (start >= 0)
            {
                tokens.Add(new Token(start, token.Length));
                at = start + token.Length;
            }
        }

        return tokens;
    }

    private static string Apply(string text, (Regex Pattern, string Replacement) rule) => rule.Pattern.Replace(text, rule.Replacement);

    [GeneratedRegex("^\"")]
    private static partial Regex QuoteAtStart();

    [GeneratedRegex("``")]
    private static partial Regex OpeningPair();

    [GeneratedRegex("([ (\\[{<])(?:\"|'{2})")]
    private static partial Regex QuoteAfterBlank();

    [GeneratedRegex(@"([:,])(\D)", RegexOptions.Singleline)]
    private static partial Regex SeparatorBeforeOther();

    [GeneratedRegex("([:,])$")]
    private static partial Regex SeparatorAtEnd();

    [GeneratedRegex(@"\.\.\.")]
    private static partial Regex Ellipsis();

    [GeneratedRegex("[;@#$/%&]")]
    private static partial Regex Symbol();

    [GeneratedRegex("""([^.])(\.)([\]\)}>"']*)[\s\x1c-\x1f]*$""", RegexOptions.Singleline)]
    private static partial Regex FinalPeriod();

    [GeneratedRegex("[?!]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("([^'])' ", RegexOptions.Singleline)]
    private static partial Regex ApostropheBeforeBlank();

    [GeneratedRegex(@"[\]\[(){}<>]")]
    private static partial Regex Bracket();

    [GeneratedRegex("--")]
    private static partial Regex Dashes();

    [GeneratedRegex("''")]
    private static partial Regex ClosingPair();

    [GeneratedRegex("\"")]
    private static partial Regex Quote();

    [GeneratedRegex("([^' ])('[sS]|'[mM]|'[dD]|') ")]
    private static partial Regex ShortEnding();

    [GeneratedRegex("([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) ")]
    private static partial Regex LongEnding();

    [GeneratedRegex(@"\b(can(?=not\b)|d(?='ye\b)|gim(?=me\b)|gon(?=na\b)|got(?=ta\b)|lem(?=me\b)|more(?='n\b))(not|'ye|me|na|ta|'n)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"\b(wan)(na)[\s\x1c-\x1f]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WannaContraction();

    [GeneratedRegex(@" ('t)(is|was)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItContraction();

    [GeneratedRegex("``|'{2}|\"")]
    private static partial Regex QuoteInText();

    [GeneratedRegex(@"[^\s\x1c-\x1f]+")]
    private static partial Regex Piece();
}
