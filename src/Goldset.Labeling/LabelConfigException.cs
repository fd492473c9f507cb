namespace Goldset.Labeling;

/// <summary>A labeling configuration was refused. <see cref="Exception.Message"/> is the text the API answers.</summary>
public sealed class LabelConfigException : Exception
{
    /// <summary>A refusal with the text of the API.</summary>
    public LabelConfigException(string message, string? parserDetail = null, Exception? inner = null)
        : base(message, inner)
    {
        ParserDetail = parserDetail;
    }

    /// <summary>
    /// Only for text that is not well-formed XML: the wording of the parser that compares an old with a new configuration
    /// (project validate and PATCH answer it as <c>detail</c>, without validation errors). Null for every other refusal.
    /// </summary>
    public string? ParserDetail { get; }
}
