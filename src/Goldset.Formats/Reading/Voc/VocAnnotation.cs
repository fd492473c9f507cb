using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Goldset.Formats.Reading.Voc;

/// <summary>One VOC file.</summary>
/// <param name="FileName">Name of the image; null when it is not said.</param>
/// <param name="Size">Size of the image in pixels; null when it is not said.</param>
/// <param name="Objects">What is on it.</param>
internal sealed record VocAnnotation(string? FileName, (int Width, int Height)? Size, IReadOnlyList<XElement> Objects)
{
    private const int MaxSize = 4 * 1024 * 1024;

    /// <summary>No document types, no entities, nothing from elsewhere.</summary>
    public static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MaxSize,
    };

    /// <exception cref="DatasetException">It is too large, or no such file.</exception>
    public static VocAnnotation Read(DatasetFile file)
    {
        try
        {
            using var stream = new MemoryStream(file.ReadAll(MaxSize));
            using var reader = XmlReader.Create(stream, Settings);
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (root.Name.LocalName != "annotation")
            {
                throw new DatasetException($"the root is <{root.Name.LocalName}>, not <annotation>", file.Path);
            }

            var size = root.Element("size");
            return new VocAnnotation(
                root.Element("filename")?.Value.Trim() is { Length: > 0 } name ? name : null,
                Number(size?.Element("width")) is >= 1 and <= int.MaxValue and var width && Number(size?.Element("height")) is >= 1 and <= int.MaxValue and var height ? ((int)width, (int)height) : null,
                [.. root.Elements("object")]);
        }
        catch (XmlException malformed)
        {
            throw new DatasetException("the text is not valid XML without a document type", file.Path, malformed.LineNumber > 0 ? malformed.LineNumber : null, malformed);
        }
    }

    /// <summary>The line an element begins on.</summary>
    public static long LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;

    /// <summary>What an element says, if it is a number.</summary>
    public static double? Number(XElement? element) =>
        element is not null && double.TryParse(element.Value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
