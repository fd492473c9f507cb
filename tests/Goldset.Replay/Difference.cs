namespace Goldset.Replay;

/// <summary>One place where a reply is not what was recorded.</summary>
/// <param name="Pointer">JSON pointer into the reply's body, or <c>/status</c>, <c>/headers/name</c>, <c>/request</c> (it could not be sent).</param>
/// <param name="Expected">What was recorded, as JSON text, or <c>absent</c>.</param>
/// <param name="Actual">What was answered, as JSON text, or <c>absent</c>.</param>
public sealed record Difference(string Pointer, string Expected, string Actual)
{
    private const int Shown = 160;

    /// <inheritdoc />
    public override string ToString() => $"{Pointer}: expected {Shorten(Expected)}, got {Shorten(Actual)}";

    private static string Shorten(string text) => text.Length <= Shown ? text : $"{text[..Shown]}…({text.Length})";
}
