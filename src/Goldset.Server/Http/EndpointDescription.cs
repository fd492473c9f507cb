namespace Goldset.Server.Http;

/// <summary>How endpoints describe themselves.</summary>
public static class EndpointDescription
{
    /// <summary>The endpoint reads <typeparamref name="T"/> from JSON, a form or multipart; other content types get 415.</summary>
    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint) where T : notnull =>
        endpoint.Accepts<T>("application/json", "application/x-www-form-urlencoded", "multipart/form-data");
}
