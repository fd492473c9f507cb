using System.Net;
using System.Reflection;
using System.Text.Json;

namespace Goldset.Server.Templates;

/// <summary>The templates that come with the server, read once when first asked for.</summary>
public static class TemplateGallery
{
    /// <summary>Where the server offers the pictures.</summary>
    public const string ImagePath = "/static/templates/";

    private const string Folder = "Templates/";

    private static readonly Lazy<TemplateCatalog> Loaded = new(Load);

    /// <summary>Templates by group, within a group by order and title.</summary>
    public static TemplateCatalog Catalog => Loaded.Value;

    /// <summary>The SVG picture of this file name, e.g. <c>videos.svg</c>; null when there is none.</summary>
    public static Stream? OpenImage(string fileName) => Open($"images/{fileName}");

    private static TemplateCatalog Load()
    {
        using var index = JsonDocument.Parse(Open("index.json") ?? throw new InvalidOperationException("The server was built without its templates."));
        string[] groups = [.. index.RootElement.GetProperty("groups").EnumerateArray().Select(group => group.GetString()!)];
        var templates = index.RootElement.GetProperty("templates").EnumerateArray().Select(Read)
            .OrderBy(template => Array.IndexOf(groups, template.Group))
            .ThenBy(template => template.Order ?? int.MaxValue)
            .ThenBy(template => template.Title, StringComparer.Ordinal);
        return new TemplateCatalog([.. templates], groups);
    }

    private static LabelingTemplate Read(JsonElement entry)
    {
        var file = entry.GetProperty("config").GetString()!;
        using var reader = new StreamReader(Open(file) ?? throw new InvalidOperationException($"Template {file} is missing."));
        return new LabelingTemplate(
            entry.GetProperty("group").GetString()!,
            entry.GetProperty("title").GetString()!,
            entry.TryGetProperty("order", out var order) ? order.GetInt32() : null,
            "community",
            $"{ImagePath}{file[..file.IndexOf('/', StringComparison.Ordinal)]}.svg",
            $"<p>{WebUtility.HtmlEncode(entry.GetProperty("details").GetString())}</p>",
            reader.ReadToEnd().Trim());
    }

    private static Stream? Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name);
}
