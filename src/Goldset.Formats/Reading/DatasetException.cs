namespace Goldset.Formats.Reading;

/// <summary>A dataset cannot be read at all. The message says why, for people, and names the file and the line where they are known.</summary>
public sealed class DatasetException(string reason, string? file = null, long? line = null, Exception? inner = null)
    : Exception(DatasetProblem.Describe(file, line, reason), inner)
{
    /// <summary>Why, without the place.</summary>
    public string Reason => reason;

    /// <summary>The line, from 1; null where it is not known.</summary>
    public long? Line => line;
}

/// <summary>Something in a dataset that cannot be read; the rest of it can.</summary>
/// <param name="File">The file it is in.</param>
/// <param name="Line">Its line, from 1; null where that says nothing.</param>
/// <param name="Reason">What is wrong, for people.</param>
public sealed record DatasetProblem(string File, long? Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Describe(File, Line, Reason);

    internal static string Describe(string? file, long? line, string reason) =>
        file is null ? reason : line is null ? $"{file}: {reason}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}, line {line}: {reason}");
}
