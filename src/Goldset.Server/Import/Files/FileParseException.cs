namespace Goldset.Server.Import.Files;

/// <summary>A file cannot be read as what its extension says. The message says why, in the words of the API.</summary>
internal sealed class FileParseException(string message) : Exception(message)
{
    /// <summary>A refusal of the content, which the API shows in the notation of a list of error details.</summary>
    public static FileParseException Detail(string text) => new($"[ErrorDetail(string='{text}', code='invalid')]");

    /// <summary>Bytes that are no text.</summary>
    public static FileParseException NotUtf8() => new("'utf-8' codec can't decode the file: it is not UTF-8 text");
}
