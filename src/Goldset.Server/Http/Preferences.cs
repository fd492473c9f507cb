namespace Goldset.Server.Http;

/// <summary>What a request would rather have, in its header <c>Prefer</c> (RFC 7240).</summary>
internal static class Preferences
{
    private const string RespondAsync = "respond-async";

    /// <summary>The client would rather be answered at once and look at the work later.</summary>
    public static bool PrefersAsync(this HttpRequest request) => request.Headers["Prefer"]
        .SelectMany(value => (value ?? "").Split(','))
        .Any(preference => preference.Split(';')[0].Trim().Equals(RespondAsync, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says that it got that, and where to look.</summary>
    public static void AppliedAsync(this HttpResponse response, string location)
    {
        response.Headers["Preference-Applied"] = RespondAsync;
        response.Headers.Location = location;
    }
}
