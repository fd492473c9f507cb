namespace Goldset.Server.Http;

/// <summary>Headers that every response carries.</summary>
internal static class ResponseHeaders
{
    public static void Apply(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentLanguage = "en-us";
        headers.Vary = "Accept-Language, Cookie, origin";
    }

    public static IApplicationBuilder UseResponseHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        Apply(http.Response);
        http.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            if (response.StatusCode is StatusCodes.Status301MovedPermanently or StatusCodes.Status302Found) response.ContentType ??= "text/html; charset=utf-8";
            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });
}
