using Microsoft.OpenApi;

namespace Goldset.Server.ApiReference;

/// <summary>The groups of operations, each with what it is about.</summary>
internal static class ApiTags
{
    private static readonly Dictionary<string, string> About = new(StringComparer.Ordinal)
    {
        ["Annotations"] = "What people say about tasks, and drafts of it.",
        ["Data Manager"] = "Tabs over a project's tasks, their columns, and actions on many tasks.",
        ["Export"] = "A project's work in the formats of other tools.",
        ["Import"] = "Tasks and predictions from requests, files and addresses.",
        ["Invites"] = "The link by which people join the organization.",
        ["Jobs"] = "Imports and actions that go on in the background.",
        ["JWT"] = "Personal access tokens, and which tokens the organization accepts.",
        ["Labels"] = "Labels that are added while annotating, and where they are used.",
        ["Machine Learning"] = "Models that predict tasks and are trained with annotations.",
        ["Organizations"] = "Organizations and their members.",
        ["Predictions"] = "What models say about tasks.",
        ["Projects"] = "Projects, their settings, labeling configs and counters.",
        ["Session Policy"] = "How long people stay signed in.",
        ["States"] = "States of projects, tasks and annotations, which the community edition does not keep.",
        ["Storage"] = "Import and export storages of all kinds.",
        ["Tasks"] = "The things to label.",
        ["Templates"] = "Labeling configs to start from.",
        ["Users"] = "Accounts, the signed-in one above all.",
        ["Versions"] = "What the server is.",
        ["Webhooks"] = "Addresses that are told what happens.",
    };

    /// <summary>The tags that operations of <paramref name="paths"/> carry, by name.</summary>
    public static ISet<OpenApiTag> Of(OpenApiPaths paths) => paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>())
        .Select(tag => tag.Name!).Distinct().Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name, Description = Describe(name) }).ToHashSet();

    private static string? Describe(string name) => About.TryGetValue(name, out var about) ? about
        : name.StartsWith("Storage: ", StringComparison.Ordinal) ? $"Import and export storages of the kind {name["Storage: ".Length..]}."
        : null;
}
