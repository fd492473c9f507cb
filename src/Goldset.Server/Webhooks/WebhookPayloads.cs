using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.Webhooks;

/// <summary>A project as receivers of events see it: all its columns.</summary>
internal sealed record ProjectPayload(
    long Id, long TaskNumber, long FinishedTaskNumber, long TotalPredictionsNumber, long TotalAnnotationsNumber, long NumTasksWithAnnotations,
    long UsefulAnnotationNumber, long GroundTruthNumber, long SkippedAnnotationsNumber, string? Title, string? Description, string LabelConfig,
    RawJson ParsedLabelConfig, long LabelConfigHash, string? ExpertInstruction, bool ShowInstruction, bool ShowSkipButton, bool EnableEmptyAnnotation,
    bool RevealPreannotationsInteractively, bool ShowAnnotationHistory, bool ShowCollabPredictions, bool EvaluatePredictionsAutomatically, string Token,
    int ResultCount, string Color, int MaximumAnnotations, int MinAnnotationsToStartTraining, RawJson ControlWeights, string? ModelVersion, JsonObject DataTypes,
    bool IsDraft, bool IsPublished, Timestamp CreatedAt, Timestamp UpdatedAt, string? Sampling, string? SkipQueue, bool ShowGroundTruthFirst, bool ShowOverlapFirst,
    int OverlapCohortPercentage, string? TaskDataLogin, string? TaskDataPassword, object? Dataset, [property: JsonPropertyName("datasetBranches")] object? DatasetBranches,
    Timestamp? PinnedAt, int? CustomTaskLockTtl, Timestamp? DeletedAt, Timestamp? PurgeAt, string? SearchVector, long Organization, long? CreatedBy, long? DeletedBy)
{
    /// <summary>The project with that id, also in the trash; null when there is none.</summary>
    public static async Task<ProjectPayload?> ReadAsync(DbConnection connection, DbTransaction? transaction, LabelConfigs configs, long id) =>
        await connection.QueryFirstOrDefaultAsync<ProjectRow?>($"SELECT {ProjectRow.Columns} {ProjectRow.From} WHERE p.id = @id", new { id }, transaction) is { } row ? Of(row, configs) : null;

    private static ProjectPayload Of(ProjectRow p, LabelConfigs configs) => new(
        p.Id, p.TaskNumber, p.FinishedTaskNumber, p.TotalPredictionsNumber, p.TotalAnnotationsNumber, p.NumTasksWithAnnotations, p.UsefulAnnotationNumber, p.GroundTruthNumber,
        p.SkippedAnnotationsNumber, p.Title, p.Description, p.LabelConfig, new RawJson(p.ParsedLabelConfig), Hash(p.ParsedLabelConfig), p.ExpertInstruction, p.ShowInstruction,
        p.ShowSkipButton, p.EnableEmptyAnnotation, p.RevealPreannotationsInteractively, p.ShowAnnotationHistory, p.ShowCollabPredictions, p.EvaluatePredictionsAutomatically,
        Token: "", ResultCount: 0, p.Color, p.MaximumAnnotations, p.MinAnnotationsToStartTraining, new RawJson(p.ControlWeights), p.ModelVersion,
        new JsonObject(configs.Get(p.LabelConfig).DataTypes.Select(type => KeyValuePair.Create(type.Key, (JsonNode?)type.Value))), p.IsDraft, p.IsPublished, p.CreatedAt, p.UpdatedAt,
        p.Sampling, p.SkipQueue, p.ShowGroundTruthFirst, p.ShowOverlapFirst, p.OverlapCohortPercentage, p.TaskDataLogin, p.TaskDataPassword, null, null, p.PinnedAt, null, null, null,
        null, p.OrganizationId, p.CreatedById, null);

    private static long Hash(string config) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(config)));
}

/// <summary>A task as receivers of events see it.</summary>
internal sealed record TaskPayload(
    long Id, RawJson Data, RawJson Meta, Timestamp CreatedAt, Timestamp UpdatedAt, bool IsLabeled, bool? AllowSkip, int Overlap, long? InnerId, int TotalAnnotations,
    int CancelledAnnotations, int TotalPredictions, double? PrecomputedAgreement, int CommentCount, int UnresolvedCommentCount, Timestamp? LastCommentUpdatedAt, long Project,
    long? UpdatedBy, long? FileUpload, IReadOnlyList<long> CommentAuthors)
{
    /// <summary>The tasks of one project with these ids, in the order of the ids. Deleted ones are there too: they were made all the same.</summary>
    public static async Task<IReadOnlyList<TaskPayload>> ReadAsync(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, LabelConfigs configs, IReadOnlyList<long> ids)
    {
        var parameters = new DynamicParameters();
        parameters.Add("ids", ids.ToArray());
        var rows = (await connection.QueryAsync<Row>(
            $"SELECT {TaskRow.Columns}, p.label_config FROM tasks t JOIN projects p ON p.id = t.project_id WHERE {dialect.In("t.id", "@ids")}", parameters, transaction)).ToDictionary(row => row.Id);
        if (rows.Count == 0) return [];
        var data = TaskData.For(configs, rows.Values.First().LabelConfig);
        return [.. ids.Where(rows.ContainsKey).Select(id => Of(rows[id], data))];
    }

    private static TaskPayload Of(TaskRow t, TaskData data) => new(
        t.Id, new RawJson(data.Resolve(t)), new RawJson(t.Meta), t.CreatedAt, t.UpdatedAt, t.IsLabeled, t.AllowSkip, t.Overlap, t.InnerId, t.TotalAnnotations, t.CancelledAnnotations,
        t.TotalPredictions, null, 0, 0, null, t.ProjectId, t.UpdatedById, t.FileUploadId, []);

    private sealed class Row : TaskRow
    {
        public string LabelConfig { get; init; } = "";
    }
}

/// <summary>An annotation as receivers of events see it.</summary>
internal sealed record AnnotationPayload(
    long Id, RawJson Result, bool WasCancelled, bool GroundTruth, Timestamp CreatedAt, Timestamp UpdatedAt, Timestamp? DraftCreatedAt, double? LeadTime, RawJson Prediction,
    int ResultCount, string UniqueId, long? ImportId, string? LastAction, bool BulkCreated, long Task, long Project, long? CompletedBy, long? UpdatedBy, long? ParentPrediction,
    long? ParentAnnotation, long? LastCreatedBy)
{
    /// <summary>The annotations with these ids, by id.</summary>
    public static async Task<IReadOnlyList<AnnotationPayload>> ReadAsync(WriteTransaction tx, IReadOnlyList<long> ids)
    {
        var parameters = new DynamicParameters();
        parameters.Add("ids", ids.ToArray());
        return [.. (await tx.QueryAsync<Annotation>($"SELECT * FROM annotations WHERE {tx.Dialect.In("id", "@ids")} ORDER BY id", parameters)).Select(Of)];
    }

    private static AnnotationPayload Of(Annotation a) => new(
        a.Id, new RawJson(a.Result), a.WasCancelled, a.GroundTruth, a.CreatedAt, a.UpdatedAt, a.DraftCreatedAt, a.LeadTime, new RawJson(a.Prediction), a.ResultCount, a.UniqueId,
        a.ImportId, a.LastAction, a.BulkCreated, a.TaskId, a.ProjectId, a.CompletedById, a.UpdatedById, a.ParentPredictionId, a.ParentAnnotationId, a.LastCreatedById);
}

/// <summary>The use of a label in a project, as receivers of events see it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Project">Its project.</param>
/// <param name="Label">The label's id.</param>
/// <param name="FromName">The control tag.</param>
internal sealed record LabelLinkPayload(long Id, long Project, long Label, string FromName);

/// <summary>An object that is gone.</summary>
internal sealed record IdPayload(long Id);
