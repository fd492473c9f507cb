using System.Text.Json;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Accounts;

/// <summary>How far the signed-in user is with the introductions that clients of the API show. Goldset's own application has none.</summary>
internal static class ProductTourEndpoints
{
    private static readonly string[] Tours = ["create_prompt", "prompts_page", "show_ask_ai", "show_autolabel_button"];

    public static void MapProductTours(this IEndpointRouteBuilder routes)
    {
        var tour = routes.MapGroup("/api/current-user").WithTags("Users");
        tour.MapGet("/product-tour", GetAsync).WithName("api_current-user_product-tour_read").WithSummary("How far an introduction got")
            .TakesQuery("name", QueryType.Text, "Which introduction", required: true).Produces<ProductTourResponse>();
        tour.MapPatch("/product-tour", UpdateAsync).WithName("api_current-user_product-tour_partial_update").WithSummary("Note how far an introduction got")
            .TakesQuery("name", QueryType.Text, "Which introduction", required: true).TakesBody<ProductTourRequest>().Produces<ProductTourResponse>();
        tour.MapPut("/product-tour", UpdateAsync).WithName("api_current-user_product-tour_update").WithSummary("Set how far an introduction got")
            .TakesQuery("name", QueryType.Text, "Which introduction", required: true).TakesBody<ProductTourRequest>().Produces<ProductTourResponse>();
    }

    private static async Task<IResult> GetAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken cancel) =>
        Json.Result(await ChangeAsync(http, new ProductTourRequest(), database, clock, cancel));

    private static async Task<IResult> UpdateAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<ProductTourRequest>(http.Request, partial: true, cancel);
        if (request.InteractionData.IsSet && !IsInteraction(request.InteractionData.Value))
            throw new ValidationException("interaction_data", "Invalid product tour interaction data format.");
        return Json.Result(await ChangeAsync(http, request, database, clock, cancel));
    }

    private static async Task<ProductTourResponse> ChangeAsync(HttpContext http, ProductTourRequest request, Database database, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        var name = Name(http.Request);
        return await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var now = Timestamp.Now(clock);
            var tour = await tx.Context.ProductTours.FirstOrDefaultAsync(t => t.UserId == caller.UserId && t.Name == name);
            if (tour is null) tx.Context.ProductTours.Add(tour = new ProductTour { UserId = caller.UserId, Name = name, CreatedAt = now, UpdatedAt = now });
            if (request.State.IsSet || request.InteractionData.IsSet) tour.UpdatedAt = now;
            tour.State = request.State.Or(tour.State)!;
            if (request.InteractionData.IsSet) tour.InteractionData = request.InteractionData.Value.GetRawText();
            await tx.Context.SaveChangesAsync();
            return new ProductTourResponse(tour.Id, [], false, name, tour.State, new RawJson(tour.InteractionData), tour.CreatedAt, tour.UpdatedAt, caller.UserId);
        }, cancel);
    }

    private static string Name(HttpRequest request)
    {
        var asked = request.Query["name"].ToString();
        if (asked.Length == 0) throw new ValidationException(ValidationErrors.NonField, "Name is required");
        var name = asked.Replace('-', '_').ToLowerInvariant();
        return Tours.Contains(name) ? name
            : throw new ValidationException("name", $"Product tour {name} not found. Available tours: {{{string.Join(", ", Tours.Select(t => $"'{t}'"))}}}");
    }

    private static bool IsInteraction(JsonElement data) => data.ValueKind == JsonValueKind.Object && data.EnumerateObject().All(field => field.Name switch
    {
        "index" => field.Value.ValueKind == JsonValueKind.Null || (field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt32(out _)),
        "action" or "type" or "status" => field.Value.ValueKind is JsonValueKind.Null or JsonValueKind.String,
        "additional_data" => field.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Object,
        _ => true,
    });
}

/// <summary>How far an introduction got.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Steps">Its pages: none, as Goldset has no introductions of its own.</param>
/// <param name="Awaiting">Whether it waits for another.</param>
/// <param name="Name">Which one.</param>
/// <param name="State"><c>ready</c>, <c>completed</c> or <c>skipped</c>.</param>
/// <param name="InteractionData">What the user did with it.</param>
/// <param name="CreatedAt">When it was first asked for.</param>
/// <param name="UpdatedAt">Last change.</param>
/// <param name="User">The user.</param>
public sealed record ProductTourResponse(
    long Id, IReadOnlyList<object> Steps, bool Awaiting, string Name, string State, [property: Shape("TourInteraction")] RawJson InteractionData, Timestamp CreatedAt, Timestamp UpdatedAt, long User);

/// <summary>How far an introduction got.</summary>
public sealed record ProductTourRequest
{
    /// <summary>Not begun, gone through, or left out.</summary>
    [Field(Choices = ["ready", "completed", "skipped"])] public Optional<string> State { get; init; }
    /// <summary><c>{"index": 1, "action": "next", "type": "step:after", "status": "running", "additional_data": {}}</c>, all optional.</summary>
    [Shape("TourInteraction")] public Optional<JsonElement> InteractionData { get; init; }
}
