using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Labeling;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Projects;

/// <summary>The labeling config of a project and what depends on it: validation, sample tasks, summary, model versions, annotators.</summary>
internal static class ProjectConfigEndpoints
{
    public static void MapProjectConfig(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/projects/validate/", ValidateAsync).WithName("api_projects_validate_create").WithTags("Projects").WithSummary("Validate a labeling config")
            .AllowAnonymous().TakesBody<LabelConfigRequest>().Produces(204);
        var project = routes.MapGroup("/api/projects/{id:long}").WithTags("Projects");
        project.MapPost("/validate/", ValidateForProjectAsync).WithName("api_projects_validate_label_config").WithSummary("Validate a labeling config for a project")
            .TakesBody<LabelConfigRequest>().Produces<ConfigChange>();
        project.MapGet("/validate/", async (HttpContext http, long id, ProjectQueries projects, CancellationToken cancel) =>
                Json.Result(new { (await projects.GetAsync(http.Caller(), id, cancel)).LabelConfig }))
            .WithName("api_projects_validate_read").WithSummary("Get a project's labeling config").Answers("LabelConfigText");
        project.MapGet("/summary/", SummaryAsync).WithName("api_projects_summary_read").WithSummary("Get what a project's tasks and annotations contain").Produces<SummaryResponse>();
        project.MapPost("/summary/reset/", ResetSummaryAsync).WithName("api_projects_summary_reset_create").WithSummary("Count a project's summary anew").RequireRole(Role.Manager).AnswersNothing();
        project.MapPost("/sample-task/", SampleTaskAsync).WithName("api_projects_sample-task_create").WithSummary("Make a sample task for a labeling config")
            .TakesBody<SampleTaskRequest>().Produces<SampleTaskResponse>();
        project.MapGet("/sample-task/", async (HttpContext http, long id, ProjectQueries projects, LabelConfigs configs, PublicAddress address, CancellationToken cancel) =>
                Json.Result((await projects.GetAsync(http.Caller(), id, cancel, queue: true)).ToResponse(configs, address.Before(http.Request), counters: false)))
            .WithName("api_projects_sample-task_read").WithSummary("Get a project").Produces<ProjectResponse>();
        project.MapGet("/annotators/", AnnotatorsAsync).WithName("api_projects_annotators_list").WithSummary("List who annotated in a project").Produces<UserSimple[]>();
    }

    // Open to all and therefore answered in a form of its own.
    private static async Task<IResult> ValidateAsync(HttpContext http, CancellationToken cancel)
    {
        var body = await RequestBody.ReadAsync(http.Request, cancel);
        string[] Refusal(string text) => [text];
        string[]? refused;
        if (!body.TryGet("label_config", out var sent)) refused = Refusal("This field is required.");
        else if (sent.ValueKind == JsonValueKind.Null) refused = Refusal("This field may not be null.");
        else if (sent.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) refused = Refusal("Not a valid string.");
        else if (sent.ToString().Trim().Length == 0) refused = Refusal("This field may not be blank.");
        else
        {
            try
            {
                LabelConfigValidator.Validate(sent.ToString().Trim());
                return Results.NoContent();
            }
            catch (LabelConfigException problem)
            {
                refused = Refusal(problem.Message);
            }
        }
        return Json.Result(new { label_config = refused }, 400);
    }

    private static async Task<IResult> ValidateForProjectAsync(HttpContext http, long id, Database database, ProjectQueries projects, LabelConfigs configs, CancellationToken cancel)
    {
        var caller = http.Caller();
        var project = await projects.GetAsync(caller, id, cancel);
        var body = await RequestBody.ReadAsync(http.Request, cancel);
        var xml = body.TryGet("label_config", out var sent) && sent.ValueKind is JsonValueKind.String or JsonValueKind.Number ? sent.ToString() : null;
        if (string.IsNullOrEmpty(xml)) throw new ValidationException("Label config is not set or is empty");
        try
        {
            var updated = LabelConfigValidator.Validate(xml);
            await using var connection = await database.ReadAsync(cancel);
            await ConfigChangeCheck.CheckAsync(connection, null, project.Id, project.TaskNumber, updated, strict: true);
            return Json.Result(new ConfigChange(LabelConfigValidator.EssentialDataChanged(updated, configs.Get(project.LabelConfig)) ? true : null));
        }
        catch (LabelConfigException refused)
        {
            throw ConfigChangeCheck.Refusal(refused, ValidationErrors.NonField);
        }
    }

    private static async Task<IResult> SummaryAsync(HttpContext http, long id, Database database, ProjectQueries projects, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), id, cancel);
        await using var connection = await database.ReadAsync(cancel);
        return Json.Result(await ProjectSummary.ReadAsync(connection, null, project.Id, project.TaskNumber, project.CreatedAt));
    }

    private static async Task<IResult> ResetSummaryAsync(HttpContext http, long id, Database database, ProjectQueries projects, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        await ProjectSummary.ResetAsync(database, id, cancel);
        return Results.Ok();
    }

    private static async Task<IResult> SampleTaskAsync(HttpContext http, long id, ProjectQueries projects, CancellationToken cancel)
    {
        var caller = http.Caller();
        await projects.GetAsync(caller, id, cancel);
        var request = await RequestBinder.BindAsync<SampleTaskRequest>(http.Request, partial: true, cancel);
        if (string.IsNullOrEmpty(request.LabelConfig.Or(null))) throw new ValidationException("Label config is not set or is empty");
        try
        {
            var config = LabelConfig.Parse(request.LabelConfig.Value!);
            var options = new SampleOptions { UserId = caller.UserId };
            return Json.Result(new SampleTaskResponse(new RawJson(request.IncludeAnnotationAndPrediction.Or(false) ? SampleTask.CreateAnnotated(config, options) : SampleTask.Create(config, options))));
        }
        catch (LabelConfigException refused)
        {
            throw ConfigChangeCheck.Refusal(refused, ValidationErrors.NonField);
        }
    }

    private static async Task<IResult> AnnotatorsAsync(HttpContext http, long id, Database database, ProjectQueries projects, PublicAddress address, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        await using var connection = await database.ReadAsync(cancel);
        var users = await connection.QueryAsync<UserRow>($"""
            SELECT {UserRow.Columns} FROM users u {UserRow.Joins}
            WHERE u.id IN (SELECT a.completed_by_id FROM annotations a JOIN visible_tasks t ON t.id = a.task_id WHERE a.project_id = @id) ORDER BY u.id
            """, new { id });
        var origin = address.Before(http.Request);
        return Json.Result(users.Select(u => new UserSimple(u.Id, u.FirstName, u.LastName, u.Username, u.Email, UserRow.AvatarUrl(u.Avatar, origin))).ToArray());
    }
}

/// <summary>A labeling config.</summary>
public sealed record LabelConfigRequest
{
    /// <summary>XML.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> LabelConfig { get; init; }
}

/// <summary>A labeling config to make a sample task for.</summary>
public sealed record SampleTaskRequest
{
    /// <summary>XML.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> LabelConfig { get; init; }
    /// <summary>Also a sample annotation and prediction.</summary>
    public Optional<bool> IncludeAnnotationAndPrediction { get; init; }
}

/// <summary>A sample task: its data, or with annotations and predictions.</summary>
public sealed record SampleTaskResponse([property: Shape("SampleTask")] RawJson SampleTask);

/// <summary>Whether a new config changes what existing results mean: true or null.</summary>
public sealed record ConfigChange(bool? ConfigEssentialDataHasChanged);
