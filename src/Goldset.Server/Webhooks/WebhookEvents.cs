using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Projects;

namespace Goldset.Server.Webhooks;

/// <summary>
/// What happened, put down for the receivers in the transaction in which it happens, so that neither exists without the other.
/// Without a receiver a call costs one small query.
/// </summary>
internal sealed class WebhookEvents(WebhookOutbox outbox, LabelConfigs configs, ServerOptions options, TimeProvider clock)
{
    /// <summary>A condition on <c>projects p</c>: the organization has a receiver at all. For statements that are made anyway.</summary>
    public const string HasReceivers = "EXISTS (SELECT 1 FROM webhooks w WHERE w.organization_id = p.organization_id AND w.is_active)";

    public Task ProjectCreatedAsync(WriteTransaction tx, long organizationId, long projectId) =>
        TellAsync(tx, WebhookAction.ProjectCreated, new Scope(organizationId, null), async () => [Body(WebhookAction.ProjectCreated, await ProjectAsync(tx, projectId))]);

    public Task ProjectUpdatedAsync(WriteTransaction tx, long projectId) =>
        TellAsync(tx, WebhookAction.ProjectUpdated, new Scope(null, projectId), async () => [Body(WebhookAction.ProjectUpdated, await ProjectAsync(tx, projectId))]);

    public Task ProjectDeletedAsync(WriteTransaction tx, long organizationId, long projectId) =>
        TellAsync(tx, WebhookAction.ProjectDeleted, new Scope(organizationId, null), () => Now(Body(WebhookAction.ProjectDeleted, new IdPayload(projectId))));

    /// <summary>New tasks; their content is read when it is sent.</summary>
    public Task TasksCreatedAsync(WriteTransaction tx, long projectId, IReadOnlyList<long> ids) => TasksCreatedAsync(tx, projectId, () => Task.FromResult(ids));

    /// <summary>The tasks of an import whose rows were written before.</summary>
    public Task TasksImportedAsync(WriteTransaction tx, long projectId, long importId) => TasksCreatedAsync(tx, projectId, () =>
        tx.QueryAsync<long>($"SELECT id FROM tasks WHERE project_id = @projectId AND import_id = @importId AND {tx.Dialect.NotDeleted("tasks")} ORDER BY id", new { projectId, importId }));

    public Task TasksDeletedAsync(WriteTransaction tx, long projectId, IReadOnlyCollection<long> ids) =>
        TellAsync(tx, WebhookAction.TasksDeleted, new Scope(null, projectId), () => GoneAsync(tx, WebhookAction.TasksDeleted, projectId, ids));

    /// <summary>Tasks of a project that is being emptied, which only receivers of the whole organization hear.</summary>
    public Task AllTasksDeletedAsync(WriteTransaction tx, long organizationId, IReadOnlyCollection<long> ids) =>
        TellAsync(tx, WebhookAction.TasksDeleted, new Scope(organizationId, null), () => Task.FromResult<IReadOnlyList<Message>>(
            [.. ids.Chunk(options.WebhookBatchSize).Select(chunk => Body(WebhookAction.TasksDeleted, chunk.Select(id => new IdPayload(id))))]));

    public Task AnnotationCreatedAsync(WriteTransaction tx, long projectId, long annotationId) => AnnotationAsync(tx, WebhookAction.AnnotationCreated, projectId, annotationId);

    public Task AnnotationUpdatedAsync(WriteTransaction tx, long projectId, long annotationId) => AnnotationAsync(tx, WebhookAction.AnnotationUpdated, projectId, annotationId);

    /// <summary>Annotations that an action made.</summary>
    public Task AnnotationsCreatedAsync(WriteTransaction tx, long projectId, IReadOnlyList<long> ids) =>
        TellAsync(tx, WebhookAction.AnnotationsCreated, new Scope(null, projectId), async () =>
        {
            var project = await ProjectAsync(tx, projectId);
            var messages = new List<Message>();
            foreach (var chunk in ids.Chunk(options.WebhookBatchSize))
            {
                var annotations = await AnnotationPayload.ReadAsync(tx, chunk);
                var tasks = await TaskPayload.ReadAsync(tx.Connection, tx.Transaction, tx.Dialect, configs, [.. annotations.Select(a => a.Task).Distinct()]);
                messages.Add(Body(WebhookAction.AnnotationsCreated, annotations, ("project", project), ("task", tasks)));
            }
            return messages;
        });

    public Task AnnotationsDeletedAsync(WriteTransaction tx, long projectId, IReadOnlyCollection<long> ids) =>
        TellAsync(tx, WebhookAction.AnnotationsDeleted, new Scope(null, projectId), () => GoneAsync(tx, WebhookAction.AnnotationsDeleted, projectId, ids));

    /// <summary>Labels put to use in a project.</summary>
    /// <param name="tx">The change.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="links">The new links.</param>
    /// <param name="labels">Their labels as the API shows them, in the same order.</param>
    public Task LabelLinksCreatedAsync(WriteTransaction tx, long projectId, IReadOnlyList<LabelLinkPayload> links, IReadOnlyList<object> labels) =>
        TellAsync(tx, WebhookAction.LabelLinkCreated, new Scope(null, projectId), async () =>
        {
            var project = await ProjectAsync(tx, projectId);
            return [.. links.Zip(labels).Chunk(options.WebhookBatchSize).Select(chunk =>
                Body(WebhookAction.LabelLinkCreated, chunk.Select(pair => pair.First), ("project", project), ("label", chunk.Select(pair => pair.Second))))];
        });

    /// <summary>A link changed.</summary>
    /// <param name="tx">The change.</param>
    /// <param name="link">As it is now.</param>
    /// <param name="label">Its label as the API shows it.</param>
    public Task LabelLinkUpdatedAsync(WriteTransaction tx, LabelLinkPayload link, object label) =>
        TellAsync(tx, WebhookAction.LabelLinkUpdated, new Scope(null, link.Project), async () =>
            [Body(WebhookAction.LabelLinkUpdated, link, ("project", await ProjectAsync(tx, link.Project)), ("label", label))]);

    public Task LabelLinkDeletedAsync(WriteTransaction tx, long projectId, long linkId) =>
        TellAsync(tx, WebhookAction.LabelLinkDeleted, new Scope(null, projectId), async () =>
            [Body(WebhookAction.LabelLinkDeleted, new IdPayload(linkId), ("project", await ProjectAsync(tx, projectId)))]);

    private Task TasksCreatedAsync(WriteTransaction tx, long projectId, Func<Task<IReadOnlyList<long>>> read) =>
        TellAsync(tx, WebhookAction.TasksCreated, new Scope(null, projectId), async () =>
        {
            var project = await ProjectAsync(tx, projectId);
            return [.. (await read()).Chunk(options.WebhookBatchSize).Select(chunk =>
                new Message(Text(new JsonObject { ["action"] = WebhookAction.TasksCreated.Id, ["project"] = Node(project) }), JsonSerializer.Serialize(chunk)))];
        });

    private Task AnnotationAsync(WriteTransaction tx, WebhookAction action, long projectId, long annotationId) =>
        TellAsync(tx, action, new Scope(null, projectId), async () =>
        {
            var annotation = (await AnnotationPayload.ReadAsync(tx, [annotationId])).Single();
            var task = (await TaskPayload.ReadAsync(tx.Connection, tx.Transaction, tx.Dialect, configs, [annotation.Task])).Single();
            return [Body(action, annotation, ("project", await ProjectAsync(tx, projectId)), ("task", task))];
        });

    private async Task<IReadOnlyList<Message>> GoneAsync(WriteTransaction tx, WebhookAction action, long projectId, IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0) return [];
        var project = await ProjectAsync(tx, projectId);
        return [.. ids.Chunk(options.WebhookBatchSize).Select(chunk => Body(action, chunk.Select(id => new IdPayload(id)), ("project", project)))];
    }

    private async Task TellAsync(WriteTransaction tx, WebhookAction action, Scope scope, Func<Task<IReadOnlyList<Message>>> messages)
    {
        var receivers = await ReceiversAsync(tx, action, scope);
        if (receivers.Count == 0) return;
        var now = Timestamp.Now(clock);
        var bare = Text(new JsonObject { ["action"] = action.Id });
        var rows = (await messages()).SelectMany(message => receivers.Select(receiver => new
        {
            receiver.Id,
            now,
            receiver.Url,
            receiver.Headers,
            TaskIds = receiver.SendPayload ? message.TaskIds : null,
            Body = receiver.SendPayload ? message.Body : bare,
        })).ToList();
        if (rows.Count == 0) return;
        await tx.ExecuteAsync("INSERT INTO webhook_deliveries (webhook_id, created_at, url, headers, task_ids, body) VALUES (@Id, @now, @Url, @Headers, @TaskIds, @Body)", rows);
        tx.AfterCommit(outbox.Wake);
    }

    private static Task<IReadOnlyList<Receiver>> ReceiversAsync(WriteTransaction tx, WebhookAction action, Scope scope)
    {
        var (from, where) = scope.ProjectId is null
            ? ("webhooks w", "w.organization_id = @OrganizationId AND w.project_id IS NULL")
            : ("projects p JOIN webhooks w ON w.organization_id = p.organization_id AND (w.project_id = p.id OR w.project_id IS NULL)", "p.id = @ProjectId");
        return tx.QueryAsync<Receiver>($"""
            SELECT w.id, w.url, w.headers, w.send_payload FROM {from}
            WHERE {where} AND w.is_active AND (w.send_for_all_actions OR w.actions LIKE @named) ORDER BY w.id{tx.Dialect.ForKeyShare("w")}
            """, new { scope.OrganizationId, scope.ProjectId, named = $"%\"{action.Id}\"%" });
    }

    private Task<ProjectPayload?> ProjectAsync(WriteTransaction tx, long id) => ProjectPayload.ReadAsync(tx.Connection, tx.Transaction, configs, id);

    private static Message Body(WebhookAction action, object? content, params ReadOnlySpan<(string Key, object? Value)> more)
    {
        var body = new JsonObject { ["action"] = action.Id, [action.Key] = Node(content) };
        foreach (var (key, value) in more) body[key] = Node(value);
        return new Message(Text(body), null);
    }

    private static JsonNode? Node(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), Json.Options);

    private static string Text(JsonObject body) => body.ToJsonString(Json.Options);

    private static Task<IReadOnlyList<Message>> Now(Message message) => Task.FromResult<IReadOnlyList<Message>>([message]);

    /// <summary>Where it happened: in a project, or in the organization as a whole.</summary>
    private sealed record Scope(long? OrganizationId, long? ProjectId);

    private sealed record Message(string Body, string? TaskIds);

    private sealed class Receiver
    {
        public long Id { get; init; }
        public string Url { get; init; } = "";
        public string Headers { get; init; } = "{}";
        public bool SendPayload { get; init; }
    }
}
