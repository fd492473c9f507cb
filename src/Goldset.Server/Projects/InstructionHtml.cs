using Ganss.Xss;

namespace Goldset.Server.Projects;

/// <summary>Makes the annotators' instruction harmless: formatting, tables, media and links stay; scripts, frames, forms and handlers go.</summary>
internal static class InstructionHtml
{
    private static readonly HtmlSanitizer Sanitizer = Create();

    public static string Clean(string html) => html.Contains('<', StringComparison.Ordinal) || html.Contains('&', StringComparison.Ordinal) ? Sanitizer.Sanitize(html) : html;

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer();
        foreach (var tag in (string[])["form", "input", "button", "select", "option", "textarea", "script", "iframe", "style"]) sanitizer.AllowedTags.Remove(tag);
        foreach (var tag in (string[])["audio", "video", "source", "figure", "figcaption", "details", "summary", "picture", "section", "article", "header", "footer"]) sanitizer.AllowedTags.Add(tag);
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedAttributes.Add("controls");
        sanitizer.AllowedAttributes.Remove("style");
        return sanitizer;
    }
}
