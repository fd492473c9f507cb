namespace Goldset.Server.Accounts;

/// <summary>The permission names that clients ask for.</summary>
internal static class Permissions
{
    public static readonly IReadOnlyList<string> All =
    [
        "organizations.create", "organizations.view", "organizations.change", "organizations.delete", "organizations.invite", "projects.create", "projects.view",
        "projects.change", "projects.delete", "projects.reset_cache", "tasks.create", "tasks.view", "tasks.change", "tasks.delete", "views.reset", "annotations.create",
        "annotations.view", "annotations.change", "annotations.delete", "actions.perform", "predictions.any", "avatar.any", "labels.create", "labels.view", "labels.change",
        "labels.delete", "models.create", "models.view", "models.change", "models.delete", "model_provider_connection.create", "model_provider_connection.view",
        "model_provider_connection.change", "model_provider_connection.delete", "webhooks.view", "webhooks.change", "users.token.any", "storages.view",
        "storages.change", "storages.sync", "views.view", "views.create", "views.change", "views.delete",
    ];
}
