using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Labeling;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Projects;

/// <summary>Makes, changes and deletes projects.</summary>
internal sealed partial class ProjectCommands(Database database, WebhookEvents events, TimeProvider clock)
{
    /// <summary>A new project of the caller.</summary>
    /// <returns>Its id.</returns>
    public Task<long> CreateAsync(Caller caller, ProjectRequest request, CancellationToken cancel)
    {
        RefuseCreator(request);
        var now = Timestamp.Now(clock);
        var project = new Project { OrganizationId = caller.OrganizationId, CreatedById = caller.UserId, CreatedAt = now, UpdatedAt = now };
        SetConfig(project, LabelConfig.DefaultXml);
        if (request.LabelConfig.IsSet) SetConfig(project, Checked(request.LabelConfig.Value));
        Apply(request, project, caller);
        return database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            tx.Context.Projects.Add(project);
            await tx.Context.SaveChangesAsync();
            tx.Context.ProjectCounts.Add(new ProjectCounts { ProjectId = project.Id });
            await tx.Context.SaveChangesAsync();
            await events.ProjectCreatedAsync(tx, caller.OrganizationId, project.Id);
            return project.Id;
        }, cancel);
    }

    /// <summary>Changes what <paramref name="request"/> names.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">The project.</param>
    /// <param name="request">What to set.</param>
    /// <param name="replace">True for PUT: the creator, which it cannot name, is cleared.</param>
    /// <param name="cancel">Cancels waiting for the writer.</param>
    public Task UpdateAsync(Caller caller, long id, ProjectRequest request, bool replace, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            RefuseCreator(request);
            var project = await tx.Context.Projects.FirstOrDefaultAsync(p => p.Id == id && p.OrganizationId == caller.OrganizationId) ?? throw ApiException.NoMatch("Project");
            if (request.LabelConfig.IsSet) await ChangeConfigAsync(tx, project, request.LabelConfig.Value);
            if (request.ModelVersion is { IsSet: true } version && !string.IsNullOrEmpty(version.Value) && version.Value != project.ModelVersion &&
                await tx.QueryFirstOrDefaultAsync<long?>("""
                    SELECT 1 WHERE EXISTS (SELECT 1 FROM predictions WHERE project_id = @id AND model_version = @Value) OR EXISTS (SELECT 1 FROM ml_backends WHERE project_id = @id AND title = @Value)
                    """, new { id, version.Value }) is null)
                throw new ValidationException("model_version", "Model version doesn't exist either as live model or as static predictions.");
            var before = (project.MaximumAnnotations, project.OverlapCohortPercentage, project.SkipQueue);
            Apply(request, project, caller);
            if (request.ShowCollabPredictions is { IsSet: true, Value: false }) project.ModelVersion = "";
            if (replace) project.CreatedById = null;
            project.UpdatedAt = Timestamp.Now(clock);
            await tx.Context.SaveChangesAsync();
            await OverlapCohort.SettingsChangedAsync(tx, id, before, (project.MaximumAnnotations, project.OverlapCohortPercentage, project.SkipQueue));
            await events.ProjectUpdatedAsync(tx, id);
        }, cancel);

    /// <summary>Gives a project another labeling config, as part of a larger write.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="id">The project.</param>
    /// <param name="before">The config it must have until now.</param>
    /// <param name="xml">The new one.</param>
    /// <exception cref="ValidationException">It has another one meanwhile, or annotations do not go with the new one.</exception>
    public async Task SetConfigAsync(WriteTransaction tx, long id, string before, string xml)
    {
        var project = await tx.Context.Projects.FirstAsync(p => p.Id == id);
        if (project.LabelConfig != before) throw new ValidationException("label_config", "The labeling config was changed while the import was under way.");
        await ChangeConfigAsync(tx, project, xml);
        project.UpdatedAt = Timestamp.Now(clock);
        await tx.Context.SaveChangesAsync();
        await events.ProjectUpdatedAsync(tx, id);
    }

    /// <summary>Moves the project to the trash.</summary>
    public async Task DeleteAsync(Caller caller, long id, CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var deleted = await tx.ExecuteAsync(
                "UPDATE projects SET deleted_at = @now, deleted_by_id = @UserId WHERE id = @id AND organization_id = @OrganizationId AND deleted_at IS NULL",
                new { now, caller.UserId, id, caller.OrganizationId });
            if (deleted == 0) throw ApiException.NoMatch("Project");
            await events.ProjectDeletedAsync(tx, caller.OrganizationId, id);
        }, cancel);
    }

    private static void RefuseCreator(ProjectRequest request)
    {
        if (request.CreatedBy.IsSet && request.CreatedBy.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
            throw new ValidationException(new ValidationErrors().Set("created_by", new JsonObject
            {
                [ValidationErrors.NonField] = new JsonArray($"Invalid data. Expected a dictionary, but got {RequestBinder.PythonType(request.CreatedBy.Value)}."),
            }));
    }

    private static string Checked(string? xml)
    {
        if (xml is null) throw new ValidationException("label_config", "can only parse strings");
        try
        {
            return LabelConfigValidator.Validate(xml.Trim()).Xml;
        }
        catch (LabelConfigException refused)
        {
            throw new ValidationException("label_config", refused.Message);
        }
    }

    private static async Task ChangeConfigAsync(WriteTransaction tx, Project project, string? sent)
    {
        if (sent is null) throw new ValidationException("label_config", "can only parse strings");
        if (sent.Trim() == project.LabelConfig) return;
        try
        {
            var updated = LabelConfigValidator.Validate(sent.Trim());
            var tasks = await tx.QueryFirstOrDefaultAsync<long>("SELECT task_number FROM project_counts WHERE project_id = @Id", new { project.Id });
            await ConfigChangeCheck.CheckAsync(tx.Connection, tx.Transaction, project.Id, tasks, updated, strict: false);
            SetConfig(project, updated.Xml);
        }
        catch (LabelConfigException refused)
        {
            throw ConfigChangeCheck.Refusal(refused, "label_config");
        }
    }

    private static void SetConfig(Project project, string xml)
    {
        var config = LabelConfig.Parse(xml);
        project.LabelConfig = xml;
        project.ParsedLabelConfig = config.ParsedConfigJson;
        project.ControlWeights = config.ControlWeightsJson(project.ControlWeights);
    }

    private static void Apply(ProjectRequest request, Project project, Caller caller)
    {
        if (request.Color.IsSet && !ColorPattern().IsMatch(request.Color.Value)) throw new ValidationException("color", "Color must be in \"#RRGGBB\" format");
        if (request.Organization is { IsSet: true, Value: { } organization } && organization != caller.OrganizationId)
            throw new ValidationException("organization", $"Invalid pk \"{organization}\" - object does not exist.");
        project.Title = request.Title.Or(project.Title);
        project.Description = request.Description.Or(project.Description);
        if (request.ExpertInstruction.IsSet) project.ExpertInstruction = InstructionHtml.Clean(request.ExpertInstruction.Value);
        project.ShowInstruction = request.ShowInstruction.Or(project.ShowInstruction);
        project.ShowSkipButton = request.ShowSkipButton.Or(project.ShowSkipButton);
        project.EnableEmptyAnnotation = request.EnableEmptyAnnotation.Or(project.EnableEmptyAnnotation);
        project.ShowAnnotationHistory = request.ShowAnnotationHistory.Or(project.ShowAnnotationHistory);
        project.Color = request.Color.Or(project.Color);
        project.MaximumAnnotations = request.MaximumAnnotations.Or(project.MaximumAnnotations);
        project.IsDraft = request.IsDraft.Or(project.IsDraft);
        project.IsPublished = request.IsPublished.Or(project.IsPublished);
        if (project.IsPublished) project.IsDraft = false;
        project.ModelVersion = request.ModelVersion.Or(project.ModelVersion);
        if (request.StartTrainingOnAnnotationUpdate.IsSet) project.MinAnnotationsToStartTraining = request.StartTrainingOnAnnotationUpdate.Value ? 1 : 0;
        project.MinAnnotationsToStartTraining = request.MinAnnotationsToStartTraining.Or(project.MinAnnotationsToStartTraining);
        project.ShowCollabPredictions = request.ShowCollabPredictions.Or(project.ShowCollabPredictions);
        project.Sampling = request.Sampling.Or(project.Sampling);
        project.ShowGroundTruthFirst = request.ShowGroundTruthFirst.Or(project.ShowGroundTruthFirst);
        project.ShowOverlapFirst = request.ShowOverlapFirst.Or(project.ShowOverlapFirst);
        project.OverlapCohortPercentage = request.OverlapCohortPercentage.Or(project.OverlapCohortPercentage);
        project.TaskDataLogin = request.TaskDataLogin.Or(project.TaskDataLogin);
        project.TaskDataPassword = request.TaskDataPassword.Or(project.TaskDataPassword);
        if (request.ControlWeights is { IsSet: true, Value.ValueKind: JsonValueKind.Object } weights && weights.Value.EnumerateObject().Any())
            project.ControlWeights = weights.Value.GetRawText();
        project.EvaluatePredictionsAutomatically = request.EvaluatePredictionsAutomatically.Or(project.EvaluatePredictionsAutomatically);
        project.SkipQueue = request.SkipQueue.Or(project.SkipQueue);
        project.RevealPreannotationsInteractively = request.RevealPreannotationsInteractively.Or(project.RevealPreannotationsInteractively);
        project.PinnedAt = request.PinnedAt.Or(project.PinnedAt);
    }

    [GeneratedRegex("^#(?:[0-9a-fA-F]{3}){1,2}$")]
    private static partial Regex ColorPattern();
}
