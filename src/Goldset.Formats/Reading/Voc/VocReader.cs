using System.Xml;

namespace Goldset.Formats.Reading.Voc;

/// <summary>Pascal VOC: an XML file for each image, with or without the images.</summary>
internal sealed class VocReader : IDatasetReader
{
    public bool Recognizes(DatasetFiles files) => files.All.Where(IsXml).Take(5).Any(IsAnnotation);

    public Task<IDatasetTasks> OpenAsync(DatasetFiles files, DatasetOptions options, CancellationToken cancellationToken)
    {
        var documents = files.All.Where(IsXml).ToList();
        return documents.Count > 0
            ? Task.FromResult<IDatasetTasks>(new VocTasks(documents, new ImageFiles(files, options), options))
            : throw new DatasetException("there is no XML file");
    }

    private static bool IsXml(DatasetFile file) => file.EndsWith(".xml");

    private static bool IsAnnotation(DatasetFile file)
    {
        try
        {
            using var stream = file.Open();
            using var reader = XmlReader.Create(stream, VocAnnotation.Settings);
            return reader.MoveToContent() == XmlNodeType.Element && reader.Name == "annotation";
        }
        catch (XmlException)
        {
            // Something else.
            return false;
        }
    }
}
