namespace Goldset.Server.Webhooks;

/// <summary>Something that happens and that a webhook can be told.</summary>
/// <param name="Id">As in requests and bodies.</param>
/// <param name="Name">For people.</param>
/// <param name="Key">Where the body has the objects.</param>
/// <param name="OrganizationOnly">Not for the webhooks of a project.</param>
internal sealed record WebhookAction(string Id, string Name, string Key, bool OrganizationOnly = false)
{
    public static readonly WebhookAction ProjectCreated = new("PROJECT_CREATED", "Project created", "project", OrganizationOnly: true);
    public static readonly WebhookAction ProjectUpdated = new("PROJECT_UPDATED", "Project updated", "project");
    public static readonly WebhookAction ProjectDeleted = new("PROJECT_DELETED", "Project deleted", "project", OrganizationOnly: true);
    public static readonly WebhookAction TasksCreated = new("TASKS_CREATED", "Task created", "tasks");
    public static readonly WebhookAction TasksDeleted = new("TASKS_DELETED", "Task deleted", "tasks");
    public static readonly WebhookAction AnnotationCreated = new("ANNOTATION_CREATED", "Annotation created", "annotation");
    public static readonly WebhookAction AnnotationsCreated = new("ANNOTATIONS_CREATED", "Annotations created", "annotation");
    public static readonly WebhookAction AnnotationUpdated = new("ANNOTATION_UPDATED", "Annotation updated", "annotation");
    public static readonly WebhookAction AnnotationsDeleted = new("ANNOTATIONS_DELETED", "Annotation deleted", "annotations");
    public static readonly WebhookAction LabelLinkCreated = new("LABEL_LINK_CREATED", "Label link created", "label_link");
    public static readonly WebhookAction LabelLinkUpdated = new("LABEL_LINK_UPDATED", "Label link updated", "label_link");
    public static readonly WebhookAction LabelLinkDeleted = new("LABEL_LINK_DELETED", "Label link deleted", "label_link");

    /// <summary>All of them, in the catalogue's order.</summary>
    public static readonly IReadOnlyList<WebhookAction> All =
    [
        ProjectCreated, ProjectUpdated, ProjectDeleted, TasksCreated, TasksDeleted, AnnotationCreated, AnnotationsCreated, AnnotationUpdated, AnnotationsDeleted,
        LabelLinkCreated, LabelLinkUpdated, LabelLinkDeleted,
    ];

    /// <summary>The action of that id, or null.</summary>
    public static WebhookAction? Find(string id) => All.FirstOrDefault(action => action.Id == id);
}
