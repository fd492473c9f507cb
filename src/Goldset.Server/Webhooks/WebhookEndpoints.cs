using System.Text.Json.Nodes;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Webhooks;

/// <summary>Webhooks and the catalogue of what they can be told.</summary>
internal static class WebhookEndpoints
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookCommands>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookEvents>();
        services.AddSingleton<WebhookRequests>();
        services.AddHostedService<WebhookSender>();
    }

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        // Their headers are credentials, and their addresses may be on the server's own network.
        var webhooks = routes.MapGroup("/api/webhooks").WithTags("Webhooks").RequireRole(Role.Administrator);
        webhooks.MapGet("/", ListAsync).WithName("api_webhooks_list").WithSummary("List webhooks").Produces<WebhookResponse[]>()
            .TakesQuery("project", QueryType.Text, "Only those of this project; `null`: only those of the whole organization");
        webhooks.MapPost("/", CreateAsync).WithName("api_webhooks_create").WithSummary("Create a webhook").TakesBody<WebhookRequest>().Produces<WebhookResponse>(201);
        webhooks.MapGet("/{id:long}/", async (HttpContext http, long id, WebhookCommands commands, CancellationToken cancel) =>
                Json.Result(Response(await commands.GetAsync(http.Caller(), id, cancel))))
            .WithName("api_webhooks_read").WithSummary("Get a webhook").Produces<WebhookResponse>();
        webhooks.MapPatch("/{id:long}/", (HttpContext http, long id, WebhookCommands commands, CancellationToken cancel) => UpdateAsync(http, id, true, commands, cancel))
            .WithName("api_webhooks_partial_update").WithSummary("Change a webhook").TakesBody<WebhookRequest>().Produces<WebhookResponse>();
        webhooks.MapPut("/{id:long}/", (HttpContext http, long id, WebhookCommands commands, CancellationToken cancel) => UpdateAsync(http, id, false, commands, cancel))
            .WithName("api_webhooks_update").WithSummary("Replace a webhook").TakesBody<WebhookRequest>().Produces<WebhookResponse>();
        webhooks.MapDelete("/{id:long}/", async (HttpContext http, long id, WebhookCommands commands, CancellationToken cancel) =>
            {
                await commands.DeleteAsync(http.Caller(), id, cancel);
                return Results.NoContent();
            })
            .WithName("api_webhooks_delete").WithSummary("Delete a webhook").Produces(204);
        routes.MapGet("/api/webhooks/info/", Info).WithTags("Webhooks").WithName("api_webhooks_info_list").WithSummary("List what webhooks can be told").AllowAnonymous()
            .TakesQuery("organization-only", QueryType.Switch, "Only the actions of whole organizations, or only the others").Answers("WebhookCatalogue");
    }

    private static async Task<IResult> ListAsync(HttpContext http, WebhookCommands commands, CancellationToken cancel) =>
        Json.Result((await commands.ListAsync(http.Caller(), http.Request.Query["project"], cancel)).Select(Response).ToArray());

    private static async Task<IResult> CreateAsync(HttpContext http, WebhookCommands commands, CancellationToken cancel)
    {
        var created = await commands.CreateAsync(http.Caller(), await WebhookRequest.ReadAsync(http.Request, partial: false, cancel), cancel);
        http.Response.Headers.Location = created.Url;
        return Json.Result(Response(created), 201);
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, bool partial, WebhookCommands commands, CancellationToken cancel) =>
        Json.Result(Response(await commands.UpdateAsync(http.Caller(), id, await WebhookRequest.ReadAsync(http.Request, partial, cancel), cancel)));

    private static IResult Info(HttpContext http)
    {
        bool? only = http.Request.Query["organization-only"].ToString() is { Length: > 0 } text ? text.Equals("true", StringComparison.OrdinalIgnoreCase) : null;
        return Json.Result(new JsonObject(WebhookAction.All.Where(action => only is null || action.OrganizationOnly == only).Select(action => KeyValuePair.Create(action.Id, (JsonNode?)new JsonObject
        {
            ["name"] = action.Name,
            ["description"] = "",
            ["key"] = action.Key,
            ["organization-only"] = action.OrganizationOnly,
        }))));
    }

    private static WebhookResponse Response(Webhook w) => new(
        w.Id, w.OrganizationId, w.ProjectId, w.Url, w.SendPayload, w.SendForAllActions, new RawJson(w.Headers), w.IsActive, new RawJson(w.Actions), w.CreatedAt, w.UpdatedAt);
}
