using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Annotations;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.States;

/// <summary>
/// The states of projects, tasks and annotations. The community edition has no state machine: the <c>state</c> of everything is null, nothing
/// ever passed from one to another, and there are no transitions to order.
/// </summary>
internal static class StateEndpoints
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    public static void MapStates(this IEndpointRouteBuilder routes)
    {
        var entities = routes.MapGroup("/api/fsm/entities/{entity}/{id:long}").WithTags("States");
        entities.MapGet("/history", HistoryAsync).WithName("api_fsm_entities_history_list").WithSummary("List the states of an object")
            .WithDescription("Of a `project`, `task` or `annotation`. The list is empty: nothing has a state.")
            .TakesPage().TakesQuery("ordering", QueryType.Text, "`id` or `-id`").Produces<PageOf<StateRecord>>();
        entities.MapPost("/transition/", TransitionAsync).WithName("api_fsm_entities_transition_create").WithSummary("Take an object from one state to another")
            .WithDescription("Of a `project`, `task` or `annotation`. There are no transitions, so each is refused as unknown.")
            .TakesBody<TransitionRequest>().Produces<TransitionResponse>();
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, string entity, long id, Database database, CancellationToken cancel)
    {
        await CheckAsync(http.Caller(), entity, id, database, cancel);
        return Json.Result(PageOf.Create<StateRecord>(http.Request, Paging.From(http.Request, DefaultPageSize, MaxPageSize).Within(0), 0, []));
    }

    private static async Task<IResult> TransitionAsync(HttpContext http, string entity, long id, Database database, CancellationToken cancel)
    {
        await CheckAsync(http.Caller(), entity, id, database, cancel);
        _ = await RequestBinder.BindAsync<TransitionRequest>(http.Request, partial: false, cancel);
        throw new ValidationException("transition_name", "Unknown transition for this entity");
    }

    private static async Task CheckAsync(Caller caller, string entity, long id, Database database, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var isThere = entity switch
        {
            "project" => await ProjectQueries.FindAsync(connection, null, caller, id) is not null,
            "task" => await TaskRow.FindAsync(connection, null, caller, id) is not null,
            "annotation" => await AnnotationRow.FindAsync(connection, null, caller, id) is not null,
            _ => false,
        };
        if (!isThere) throw ApiException.NotFound();
    }
}

/// <summary>A state an object passed into.</summary>
/// <param name="Id">Key; later ones are greater.</param>
/// <param name="State">The state.</param>
/// <param name="PreviousState">The one before.</param>
/// <param name="TransitionName">By which transition.</param>
/// <param name="CreatedAt">When.</param>
public sealed record StateRecord(string Id, string State, string? PreviousState, string? TransitionName, Timestamp CreatedAt);

/// <summary>A transition to make.</summary>
public sealed record TransitionRequest
{
    /// <summary>Its name.</summary>
    [Field(Required = true)] public Optional<string> TransitionName { get; init; }
    /// <summary>What the transition takes.</summary>
    [Shape("AnyJson")] public Optional<JsonElement> TransitionData { get; init; }
}

/// <summary>What a transition came to.</summary>
/// <param name="Success">It was made.</param>
/// <param name="NewState">The state now.</param>
/// <param name="StateRecord">The record of it.</param>
public sealed record TransitionResponse(bool Success, string? NewState, StateRecord? StateRecord);
