namespace Goldset.Replay;

/// <summary>The cookies of one browser session.</summary>
internal sealed class CookieJar
{
    private readonly Dictionary<string, string> cookies = [];

    /// <summary>The value of the <c>Cookie</c> header, or null when there are none.</summary>
    public string? Header => cookies.Count == 0 ? null : string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>The value to send back as <c>X-CSRFToken</c>.</summary>
    public string? CsrfToken => cookies.GetValueOrDefault("csrftoken");

    /// <summary>Keeps, or forgets when it is empty, the cookie of a <c>Set-Cookie</c> header.</summary>
    public void Keep(string setCookie)
    {
        var pair = setCookie.Split(';', 2)[0].Split('=', 2);
        if (pair is not [var name, var value])
            return;

        if (value is "" or "\"\"")
            cookies.Remove(name);
        else
            cookies[name] = value;
    }
}
