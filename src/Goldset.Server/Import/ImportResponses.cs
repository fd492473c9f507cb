using System.Text.Json.Serialization;
using Goldset.Server.Http;
using Goldset.Server.Import.Datasets;

namespace Goldset.Server.Import;

/// <summary>What an import did.</summary>
/// <param name="TaskCount">Tasks, made or counted.</param>
/// <param name="AnnotationCount">Annotations among them; null when nothing was made.</param>
/// <param name="PredictionCount">Predictions among them; null when nothing was made.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="FileUploadIds">The uploads that were read.</param>
/// <param name="CouldBeTasksList">A file could be meant as a list of tasks or as one task.</param>
/// <param name="FoundFormats">Number of files by extension; an empty list when there were no files.</param>
/// <param name="DataColumns">Data keys that the first tasks of all files share.</param>
/// <param name="TaskIds">Ids of the tasks in input order, where they were asked for.</param>
/// <param name="Dataset">What the files hold, where they were to be read as a dataset.</param>
internal sealed record ImportResponse(
    int TaskCount, int? AnnotationCount, int? PredictionCount, double Duration, IReadOnlyList<long> FileUploadIds, bool CouldBeTasksList, [property: Shape("FoundFormats")] object FoundFormats,
    IReadOnlyCollection<string> DataColumns, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<long>? TaskIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FoundDataset? Dataset = null);

/// <summary>What making tasks of earlier uploads did.</summary>
/// <param name="TaskCount">Tasks made.</param>
/// <param name="AnnotationCount">Annotations among them.</param>
/// <param name="PredictionCount">Predictions among them.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="FileUploadIds">The uploads named.</param>
/// <param name="FoundFormats">Number of files by extension.</param>
/// <param name="DataColumns">Data keys that the first tasks of all files share.</param>
internal sealed record ReimportResponse(
    int TaskCount, int AnnotationCount, int PredictionCount, double Duration, IReadOnlyList<long> FileUploadIds, IReadOnlyDictionary<string, int> FoundFormats,
    IReadOnlyCollection<string> DataColumns);

/// <summary>How many predictions were stored.</summary>
/// <param name="Created">Number.</param>
internal sealed record PredictionsCreated(int Created);

/// <summary>An import that is done as a job.</summary>
/// <param name="Import">Its id.</param>
internal sealed record ImportQueued(long Import);

/// <summary>A reimport that is done as a job.</summary>
/// <param name="Reimport">Its id.</param>
internal sealed record ReimportQueued(long Reimport);
