namespace Goldset.Formats.Reading.Yolo;

/// <summary>YOLO: classes, a text file of labels for each image, and the images.</summary>
/// <param name="oriented">Eight numbers are the corners of a turned box, not a polygon.</param>
internal sealed class YoloReader(bool oriented) : IDatasetReader
{
    public bool Recognizes(DatasetFiles files) => !oriented && files.All.Any(YoloClasses.IsList) && files.All.Any(file => file.EndsWith(".txt") && !YoloClasses.IsList(file));

    public Task<IDatasetTasks> OpenAsync(DatasetFiles files, DatasetOptions options, CancellationToken cancellationToken) =>
        Task.FromResult<IDatasetTasks>(new YoloTasks(files, options, oriented));
}
