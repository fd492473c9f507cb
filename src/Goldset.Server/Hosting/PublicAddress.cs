namespace Goldset.Server.Hosting;

/// <summary>The address under which people reach the server.</summary>
public sealed class PublicAddress(ServerOptions options)
{
    /// <summary><c>scheme://host[:port][/prefix]</c> without a slash at the end: the configured one, else the request's.</summary>
    public string Of(HttpRequest request) => options.PublicUrl.Length > 0 ? options.PublicUrl : $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>What goes before addresses of files: the configured address, else the path the server lives under, so that they hold on whatever host it is reached.</summary>
    public string Before(HttpRequest request) => options.PublicUrl.Length > 0 ? options.PublicUrl : request.PathBase.Value ?? "";
}
