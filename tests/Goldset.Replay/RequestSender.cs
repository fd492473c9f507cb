using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldset.Replay;

/// <summary>Sends recorded requests with the variables of one running scenario put in place, keeping cookies where the recording did.</summary>
internal sealed class RequestSender(ReplayOptions options, Templates variables) : IDisposable
{
    // The Host header of the recording: absolute addresses in replies carry it.
    private const string Host = "localhost:8080";

    private readonly CookieJar jar = new();
    private readonly HttpMessageInvoker client = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None });

    public async Task<Reply> SendAsync(RecordedRequest recorded, CancellationToken cancellation)
    {
        var headers = recorded.Headers.ToDictionary(
            header => header.Key,
            header => header.Key is "Cookie" or "X-CSRFToken"
                ? header.Value
                : variables.Render(header.Value.Replace(FirstUser.Token, options.Token, StringComparison.Ordinal)),
            StringComparer.OrdinalIgnoreCase);
        var body = BodyOf(recorded, headers);
        ApplyCookies(recorded, headers);

        using var request = new HttpRequestMessage(new HttpMethod(recorded.Method), AddressOf(await PathOfAsync(recorded, cancellation)));
        request.Headers.Host = Host;
        request.Content = body is null ? null : new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, cancellation);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (recorded.UsesCookies && response.Headers.NonValidated.TryGetValues("Set-Cookie", out var setCookies))
        {
            foreach (var setCookie in setCookies)
                jar.Keep(setCookie);
        }

        var received = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.First());
        return new Reply((int)response.StatusCode, received, bytes);
    }

    public void Dispose() => client.Dispose();

    private async Task<string> PathOfAsync(RecordedRequest recorded, CancellationToken cancellation)
    {
        var path = variables.Render(recorded.PathTemplate);
        if (!path.StartsWith('/'))
            throw new UnsavedVariableException($"the path became \"{path}\", because an earlier reply lacks it");

        // The original lets everybody who signs up join the first organization; with us the invitation does.
        return recorded.Method == "POST" && path == "/user/signup/" ? await InvitationAsync(cancellation) ?? path : path;
    }

    private async Task<string?> InvitationAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.Server, "/api/invite"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Token {options.Token}");
        using var response = await client.SendAsync(request, cancellation);
        var reply = ReplayJson.TryParse(await response.Content.ReadAsByteArrayAsync(cancellation));
        return reply is { ValueKind: JsonValueKind.Object } invitation && invitation.TryGetProperty("invite_url", out var address) ? address.GetString() : null;
    }

    private Uri AddressOf(string unescaped)
    {
        var path = new StringBuilder();
        foreach (var rune in unescaped.EnumerateRunes())
            path.Append(rune.IsAscii && rune.Value != ' ' ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));

        // Recorded paths hold unusual escapes on purpose: they must reach the server as they are.
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return new Uri(options.Server.GetLeftPart(UriPartial.Authority) + path, asWritten);
    }

    private void ApplyCookies(RecordedRequest recorded, Dictionary<string, string> headers)
    {
        headers.Remove("Cookie");
        var protects = headers.Remove("X-CSRFToken");
        if (!recorded.UsesCookies)
            return;

        if (jar.Header is { } cookies)
            headers["Cookie"] = cookies;

        if ((protects || recorded.Method is not ("GET" or "HEAD" or "OPTIONS")) && jar.CsrfToken is { } token)
        {
            headers["X-CSRFToken"] = token;
            headers.TryAdd("Referer", $"http://{Host}/");
        }
    }

    private byte[]? BodyOf(RecordedRequest recorded, Dictionary<string, string> headers)
    {
        if (recorded.Body is { } json)
        {
            headers.TryAdd("Content-Type", "application/json");
            return JsonSerializer.SerializeToUtf8Bytes(variables.Render(json), ReplayJson.Readable);
        }

        if (recorded.Multipart is { } parts)
        {
            var boundary = $"----replay{Guid.NewGuid():N}";
            headers["Content-Type"] = $"multipart/form-data; boundary={boundary}";
            return MultipartBody(parts, boundary);
        }

        if (recorded.Form is { } form)
        {
            headers.TryAdd("Content-Type", "application/x-www-form-urlencoded");
            var fields = form.EnumerateObject().Select(field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(FormValue(field.Value))}");
            return Encoding.UTF8.GetBytes(string.Join('&', fields));
        }

        return recorded.BodyText is { } text ? BytesOf(text) : null;
    }

    private string FormValue(JsonElement value) =>
        variables.Render(value) is JsonValue rendered && rendered.TryGetValue<string>(out var text) ? text : variables.Render(value)!.ToJsonString();

    private byte[] MultipartBody(JsonElement parts, string boundary)
    {
        using var body = new MemoryStream();
        foreach (var part in parts.EnumerateArray())
        {
            Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{part.GetProperty("name").GetString()}\"");
            if (part.TryGetProperty("filename", out var name))
            {
                var type = part.TryGetProperty("content_type", out var given) ? given.GetString() : null;
                Write($"; filename=\"{name.GetString()}\"\r\nContent-Type: {type ?? "application/octet-stream"}");
            }

            Write("\r\n\r\n");
            body.Write(part.TryGetProperty("content_base64", out var base64)
                ? base64.GetBytesFromBase64()
                : Encoding.UTF8.GetBytes(variables.Render(part.GetProperty("content").GetString()!)));
            Write("\r\n");
        }

        Write($"--{boundary}--\r\n");
        return body.ToArray();

        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
    }

    private static byte[] BytesOf(string text)
    {
        using var bytes = new MemoryStream();
        foreach (var rune in text.EnumerateRunes())
            bytes.Write(rune == Rune.ReplacementChar ? [0xFF] : Encoding.UTF8.GetBytes(rune.ToString()));

        return bytes.ToArray();
    }
}
