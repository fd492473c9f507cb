using System.Text;

namespace Goldset.Server.SystemInfo;

/// <summary>Addresses that only Label Studio Enterprise has. Its clients call them too, and are told why there is nothing.</summary>
public static class EnterpriseRoutes
{
    /// <summary>The beginnings of their paths, with <c>{}</c> for ids.</summary>
    private static readonly HashSet<string> Beginnings =
    [
        "/api/activity-logs", "/api/analytics", "/api/annotation-history", "/api/annotation-reviews", "/api/annotations/bulk", "/api/annotations/bulk-delete", "/api/billing",
        "/api/comments", "/api/dimensions", "/api/fsm/backfill", "/api/inference-runs", "/api/interfaces", "/api/invite/revoke", "/api/invite/send-email", "/api/ml/{}/predict",
        "/api/model-provider-connections", "/api/model-run", "/api/organizations/{}/member-tags", "/api/organizations/{}/permissions", "/api/organizations/{}/set-default-role",
        "/api/project-templates", "/api/projects/roles", "/api/projects/{}/analytics", "/api/projects/{}/annotation-history", "/api/projects/{}/aws-custom-function",
        "/api/projects/{}/aws-custom-function-logs", "/api/projects/{}/check-function", "/api/projects/{}/custom-function", "/api/projects/{}/custom-function-logs",
        "/api/projects/{}/dimensions", "/api/projects/{}/duplicate", "/api/projects/{}/gcp-custom-function", "/api/projects/{}/members", "/api/projects/{}/metricparam",
        "/api/projects/{}/model-stats", "/api/projects/{}/review-routing-rules", "/api/projects/{}/roles", "/api/projects/{}/stats", "/api/projects/{}/subset-tasks",
        "/api/projects/{}/subsets", "/api/projects/{}/tasks/assignees", "/api/projects/{}/tasks/{}/agreement-matrix", "/api/projects/{}/tasks/{}/assignees",
        "/api/projects/{}/update-stats", "/api/projects/{}/user-stats", "/api/projects/{}/users", "/api/prompts", "/api/saml", "/api/scim", "/api/storages/azure_spi",
        "/api/storages/databricks", "/api/storages/export/azure_spi", "/api/storages/export/databricks", "/api/storages/export/gcs_sa", "/api/storages/export/gcswif",
        "/api/storages/export/s3s", "/api/storages/gcs_sa", "/api/storages/gcswif", "/api/storages/s3s", "/api/tasks/{}/events", "/api/workspaces",
    ];

    /// <summary>Whether <paramref name="path"/> is below one of them.</summary>
    public static bool Has(PathString path)
    {
        // Below this one there are routes of everybody's.
        if (path == "/api/current-user" || path == "/api/current-user/") return true;
        var known = new StringBuilder();
        foreach (var part in (path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            known.Append('/').Append(part.All(char.IsAsciiDigit) ? "{}" : part);
            if (Beginnings.Contains(known.ToString())) return true;
        }
        return false;
    }
}
