using System.Globalization;

namespace Goldset.Server.Http;

/// <summary>Page number and size of a list request, as <c>page</c> and <c>page_size</c> name them.</summary>
/// <param name="Number">From 1; 0 stands for the last page.</param>
/// <param name="Size">Items per page.</param>
public readonly record struct Paging(int Number, int Size)
{
    /// <summary>
    /// Reads the query. A size that is no positive number falls back to <paramref name="defaultSize"/>, one above
    /// <paramref name="maxSize"/> is capped; -1 means all where <paramref name="allSize"/> is given.
    /// </summary>
    /// <exception cref="ApiException">404: the page is no number above 0.</exception>
    public static Paging From(HttpRequest request, int defaultSize, int maxSize = int.MaxValue, int? allSize = null)
    {
        var size = defaultSize;
        if (int.TryParse(request.Query["page_size"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var wanted))
        {
            if (wanted == -1 && allSize is { } all) size = all;
            else if (wanted > 0) size = Math.Min(wanted, maxSize);
        }
        var page = request.Query["page"].ToString();
        if (page.Length == 0) return new Paging(1, size);
        if (page == "last") return new Paging(0, size);
        if (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) throw ApiException.InvalidPage();
        return new Paging(number, size);
    }

    /// <summary>The page with "last" resolved against <paramref name="count"/> items.</summary>
    /// <exception cref="ApiException">404: beyond the last page (page 1 always exists).</exception>
    public Paging Within(long count)
    {
        var last = Math.Max(1, (int)((count + Size - 1) / Size));
        if (Number > last) throw ApiException.InvalidPage();
        return Number == 0 ? new Paging(last, Size) : this;
    }

    /// <summary>Items before this page.</summary>
    public long Offset => (long)(Number - 1) * Size;
}

/// <summary>A page of a list.</summary>
/// <param name="Count">Items on all pages.</param>
/// <param name="Next">Address of the next page, or null.</param>
/// <param name="Previous">Address of the page before, or null.</param>
/// <param name="Results">The items.</param>
public sealed record PageOf<T>(long Count, string? Next, string? Previous, IReadOnlyList<T> Results);

/// <summary>Makes <see cref="PageOf{T}"/>.</summary>
public static class PageOf
{
    /// <summary>A page with the addresses of its neighbours, built from the request's own address.</summary>
    public static PageOf<T> Create<T>(HttpRequest request, Paging page, long count, IReadOnlyList<T> results) => new(
        count,
        page.Offset + page.Size < count ? Link(request, page.Number + 1) : null,
        page.Number > 1 ? Link(request, page.Number - 1) : null,
        results);

    private static string Link(HttpRequest request, int number)
    {
        var query = request.Query.Where(q => q.Key != "page").SelectMany(q => q.Value, (q, v) => (q.Key, Value: v ?? ""));
        if (number > 1) query = query.Append(("page", Value: number.ToString(CultureInfo.InvariantCulture)));
        var text = string.Join('&', query.OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{(text.Length > 0 ? "?" + text : "")}";
    }
}
