namespace Goldset.Formats;

/// <summary>An entry of the list of export formats, with the texts the API gives.</summary>
/// <param name="Name">What requests ask for, e.g. <c>JSON_MIN</c>.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">A sentence for people.</param>
/// <param name="Anchor">Section of the page <see cref="Link"/> points to.</param>
/// <param name="Tags">Kinds of labeling it serves; empty for those that serve all.</param>
/// <param name="Writer">Writes it.</param>
public sealed record ExportFormat(string Name, string Title, string Description, string Anchor, IReadOnlyList<string> Tags, IExportFormat Writer)
{
    /// <summary>
    /// Address of the format's documentation. Clients compare it, so it stays as the API has always had it; null for further formats,
    /// which <c>docs/export-formats.md</c> describes.
    /// </summary>
    public string? Link => ExportFormats.More.Contains(this) ? null : $"https://labelstud.io/guide/export.html#{Anchor}";
}

/// <summary>A format as listed for a project. Disabled ones do not fit its labeling configuration; this is advice, not a ban.</summary>
public readonly record struct ListedFormat(ExportFormat Format, bool Disabled);
