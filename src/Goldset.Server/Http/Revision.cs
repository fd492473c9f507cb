using Goldset.Data;

namespace Goldset.Server.Http;

/// <summary>Endpoint metadata: the change can be tied to a known state, see <see cref="Revision"/>.</summary>
public sealed record RevisionCheck;

/// <summary>
/// Changes based on a known state: a client that sends the <c>updated_at</c> it started from as <c>If-Match: "…"</c> is refused when the
/// object was changed meanwhile, instead of overwriting what it never saw. Without the header everything goes as always.
/// </summary>
internal static class Revision
{
    /// <summary>The state the change is based on; null when the client does not say.</summary>
    /// <exception cref="ApiException">400: the header is no date and time.</exception>
    public static Timestamp? BasedOn(this HttpRequest request)
    {
        var sent = request.Headers.IfMatch.ToString().Trim('"');
        if (sent.Length == 0 || sent == "*") return null;
        return Timestamp.TryParse(sent, out var value)
            ? value
            : throw new ApiException(StatusCodes.Status400BadRequest, "If-Match must be the updated_at the change is based on.");
    }

    /// <summary>Refuses a change that is based on another state than the current one.</summary>
    /// <exception cref="ApiException">412.</exception>
    public static void Check(Timestamp? basedOn, Timestamp current)
    {
        if (basedOn is { } known && known != current)
            throw new ApiException(StatusCodes.Status412PreconditionFailed, $"Changed meanwhile: the current version is of {current}.");
    }
}
