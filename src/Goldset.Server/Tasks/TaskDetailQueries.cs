using System.Globalization;
using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Annotations;
using Goldset.Server.Http;
using Goldset.Server.Predictions;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Media;

namespace Goldset.Server.Tasks;

/// <summary>Reads a task with all that belongs to it, in one round trip.</summary>
internal sealed class TaskDetailQueries(Database database, LabelConfigs configs, TaskUris uris, TimeProvider clock)
{
    /// <summary>The task with annotations, predictions and the caller's drafts.</summary>
    /// <exception cref="ApiException">404.</exception>
    public async Task<TaskDetail> GetAsync(Caller caller, long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        await using var results = await connection.QueryMultipleAsync($"""
            SELECT {TaskRow.Columns}, p.label_config, p.model_version AS project_model_version, f.file AS file_upload_name,
                (SELECT l.key FROM storage_import_links l WHERE l.task_id = t.id ORDER BY l.id DESC LIMIT 1) AS storage_filename,
                   p.evaluate_predictions_automatically, p.show_collab_predictions, EXISTS (SELECT 1 FROM ml_backends m WHERE m.project_id = p.id) AS has_ml_backend
            FROM visible_tasks t JOIN projects p ON p.id = t.project_id LEFT JOIN file_uploads f ON f.id = t.file_upload_id
            WHERE t.id = @id AND p.organization_id = @OrganizationId AND p.deleted_at IS NULL;
            SELECT {AnnotationRow.Columns} {AnnotationRow.From} WHERE a.task_id = @id ORDER BY a.id;
            SELECT {PredictionRow.Columns} FROM predictions pr WHERE pr.task_id = @id ORDER BY pr.id;
            SELECT {DraftRow.Columns} {DraftRow.From} WHERE d.task_id = @id AND d.user_id = @UserId ORDER BY d.id;
            """, new { id, caller.OrganizationId, caller.UserId });
        var task = await results.ReadFirstOrDefaultAsync<DetailRow>() ?? throw ApiException.NoMatch("Task");
        return new TaskDetail(task, TaskData.For(configs, task.LabelConfig), (await results.ReadAsync<AnnotationRow>()).AsList(),
            (await results.ReadAsync<PredictionRow>()).AsList(), (await results.ReadAsync<DraftRow>()).AsList(), uris, Timestamp.Now(clock));
    }

    internal sealed class DetailRow : TaskRow
    {
        public string LabelConfig { get; init; } = "";
        public string? ProjectModelVersion { get; init; }
        public string? FileUploadName { get; init; }
        public string? StorageFilename { get; init; }
        public bool EvaluatePredictionsAutomatically { get; init; }
        public bool ShowCollabPredictions { get; init; }

        /// <summary>A machine-learning back end is connected to the project.</summary>
        public bool HasMlBackend { get; init; }
    }
}

/// <summary>A task with its annotations, predictions and drafts.</summary>
internal sealed record TaskDetail(
    TaskDetailQueries.DetailRow Task, TaskData Data, IReadOnlyList<AnnotationRow> Annotations, IReadOnlyList<PredictionRow> Predictions,
    IReadOnlyList<DraftRow> Drafts, TaskUris Uris, Timestamp Now)
{
    /// <summary>The data with addresses that a browser can open.</summary>
    public RawJson ShownData => new(Uris.Resolve(Task.ProjectId, Task.Id, Data.Resolve(Task)));

    /// <summary>The answer to changing a task: the base object with annotations and predictions.</summary>
    public TaskWithResults ToBase() => new(Task.ToResponse(Data), [.. Annotations.Select(a => a.ToResponse(Now))], [.. Predictions.Select(p => p.ToResponse(Now))]);

    /// <summary>The data manager's object.</summary>
    public DataManagerTask ToDataManager(string origin)
    {
        var leadTimes = Annotations.Select(a => a.LeadTime).OfType<double>().ToList();
        var scores = Predictions.Where(p => Task.ProjectModelVersion is null || p.ModelVersion == Task.ProjectModelVersion).Select(p => p.Score).OfType<double>().ToList();
        return new DataManagerTask(
            Task.Id, [.. Predictions.Select(p => p.ToResponse(Now))], [.. Annotations.Select(a => a.ToResponse(Now, origin))], [.. Drafts.Select(d => d.ToResponse(Now))],
            [.. Annotations.Select(a => a.CompletedById).OfType<long>().Distinct()], Task.InnerId, Task.CancelledAnnotations, Task.TotalAnnotations, Task.TotalPredictions,
            Task.IsLabeled && Annotations.Count > 0 ? Annotations.Max(a => a.CreatedAt) : null, "", "", scores.Count > 0 ? scores.Average() : null,
            Task.FileUploadName?.Split('/')[^1], Task.StorageFilename, string.Join(',', Annotations.Select(a => a.Id.ToString(CultureInfo.InvariantCulture))),
            string.Join(',', Predictions.Select(p => p.ModelVersion).Where(v => v is not null).Distinct()), leadTimes.Count > 0 ? leadTimes.Average() : null, Drafts.Count > 0,
            Task.UpdatedById is { } by ? [new UpdatedBy(by)] : [], ShownData, new RawJson(Task.Meta), Task.CreatedAt, Task.UpdatedAt, Task.IsLabeled,
            Task.AllowSkip, Task.Overlap, 0, 0, null, Task.ProjectId, []);
    }
}

/// <summary>A task with its annotations and predictions.</summary>
public sealed record TaskWithResults(
    long Id, [property: Shape("TaskData")] RawJson Data, [property: Shape("AnyJson")] RawJson Meta, Timestamp CreatedAt, Timestamp UpdatedAt, bool IsLabeled, bool? AllowSkip, int Overlap, long? InnerId,
    int TotalAnnotations, int CancelledAnnotations, int TotalPredictions, int CommentCount, int UnresolvedCommentCount, Timestamp? LastCommentUpdatedAt,
    long Project, long? UpdatedBy, long? FileUpload, IReadOnlyList<long> CommentAuthors, IReadOnlyList<AnnotationResponse> Annotations, IReadOnlyList<PredictionResponse> Predictions)
{
    internal TaskWithResults(TaskResponse t, IReadOnlyList<AnnotationResponse> annotations, IReadOnlyList<PredictionResponse> predictions)
        : this(t.Id, t.Data, t.Meta, t.CreatedAt, t.UpdatedAt, t.IsLabeled, t.AllowSkip, t.Overlap, t.InnerId, t.TotalAnnotations, t.CancelledAnnotations, t.TotalPredictions,
            t.CommentCount, t.UnresolvedCommentCount, t.LastCommentUpdatedAt, t.Project, t.UpdatedBy, t.FileUpload, t.CommentAuthors, annotations, predictions)
    {
    }
}

/// <summary>Who changed a task last.</summary>
public sealed record UpdatedBy(long UserId);

/// <summary>A task as the data manager and the task's own address show it.</summary>
public sealed record DataManagerTask(
    long Id, IReadOnlyList<PredictionResponse> Predictions, IReadOnlyList<AnnotationResponse> Annotations, IReadOnlyList<DraftResponse> Drafts, IReadOnlyList<long> Annotators,
    long? InnerId, int CancelledAnnotations, int TotalAnnotations, int TotalPredictions, Timestamp? CompletedAt, string AnnotationsResults, string PredictionsResults,
    double? PredictionsScore, string? FileUpload, string? StorageFilename, string AnnotationsIds, string PredictionsModelVersions, double? AvgLeadTime, bool DraftExists,
    IReadOnlyList<UpdatedBy> UpdatedBy, [property: Shape("TaskData")] RawJson Data, [property: Shape("AnyJson")] RawJson Meta, Timestamp CreatedAt, Timestamp UpdatedAt, bool IsLabeled, bool? AllowSkip, int Overlap, int CommentCount,
    int UnresolvedCommentCount, Timestamp? LastCommentUpdatedAt, long Project, IReadOnlyList<long> CommentAuthors);
