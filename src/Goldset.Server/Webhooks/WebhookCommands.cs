using System.Text.Json;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Webhooks;

/// <summary>Reads, makes, changes and deletes webhooks. Those of projects in the trash are not there.</summary>
internal sealed class WebhookCommands(Database database, TimeProvider clock)
{
    public async Task<IReadOnlyList<Webhook>> ListAsync(Caller caller, string? project, CancellationToken cancel)
    {
        await using var context = database.Context();
        var found = Of(context, caller);
        if (project == "null") found = found.Where(w => w.ProjectId == null);
        else if (!string.IsNullOrEmpty(project))
        {
            if (!long.TryParse(project, out var id) || !await context.Projects.AnyAsync(p => p.Id == id && p.OrganizationId == caller.OrganizationId, cancel))
                throw new ValidationException("project", "Select a valid choice. That choice is not one of the available choices.");
            found = found.Where(w => w.ProjectId == id);
        }
        return await found.OrderBy(w => w.Id).ToListAsync(cancel);
    }

    public async Task<Webhook> GetAsync(Caller caller, long id, CancellationToken cancel)
    {
        await using var context = database.Context();
        return await FindAsync(context, caller, id);
    }

    public Task<Webhook> CreateAsync(Caller caller, WebhookRequest request, CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        var webhook = new Webhook { OrganizationId = caller.OrganizationId, CreatedAt = now, UpdatedAt = now };
        Apply(request, webhook);
        return database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            if (request.Project is not { IsSet: true, Value: { } project }) throw new ApiException(StatusCodes.Status404NotFound, "Project not found.");
            if (!await tx.Context.Projects.AnyAsync(p => p.Id == project && p.OrganizationId == caller.OrganizationId))
                throw new ValidationException("project", $"Invalid pk \"{project}\" - object does not exist.");
            if (request.ActionIds.Any(action => WebhookAction.Find(action)!.OrganizationOnly))
                throw new ValidationException("Project webhook can't contain organization-only action.");
            webhook.ProjectId = project;
            tx.Context.Webhooks.Add(webhook);
            await tx.Context.SaveChangesAsync();
            return webhook;
        }, cancel);
    }

    public Task<Webhook> UpdateAsync(Caller caller, long id, WebhookRequest request, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var webhook = await FindAsync(tx.Context, caller, id);
            Apply(request, webhook);
            webhook.UpdatedAt = Timestamp.Now(clock);
            await tx.Context.SaveChangesAsync();
            return webhook;
        }, cancel);

    /// <summary>Deletes a webhook with what it has not been told yet.</summary>
    public Task DeleteAsync(Caller caller, long id, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            tx.Context.Webhooks.Remove(await FindAsync(tx.Context, caller, id));
            await tx.Context.SaveChangesAsync();
        }, cancel);

    private static void Apply(WebhookRequest request, Webhook webhook)
    {
        webhook.Url = request.Url.Or(webhook.Url);
        webhook.SendPayload = request.SendPayload.Or(webhook.SendPayload);
        webhook.SendForAllActions = request.SendForAllActions.Or(webhook.SendForAllActions);
        webhook.IsActive = request.IsActive.Or(webhook.IsActive);
        if (request.Headers.IsSet) webhook.Headers = request.Headers.Value.GetRawText();
        webhook.Actions = JsonSerializer.Serialize(request.ActionIds);
    }

    private static IQueryable<Webhook> Of(GoldsetContext context, Caller caller) =>
        context.Webhooks.Where(w => w.OrganizationId == caller.OrganizationId && (w.ProjectId == null || context.Projects.Any(p => p.Id == w.ProjectId)));

    private static async Task<Webhook> FindAsync(GoldsetContext context, Caller caller, long id) =>
        await Of(context, caller).FirstOrDefaultAsync(w => w.Id == id) ?? throw ApiException.NoMatch("Webhook");
}
