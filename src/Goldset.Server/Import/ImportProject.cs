using Goldset.Labeling;
using Goldset.Server.Projects;

namespace Goldset.Server.Import;

/// <summary>The project an import goes into, as it was when the import began.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="Config">The labeling interface.</param>
/// <param name="MaximumAnnotations">Annotations wanted per task.</param>
/// <param name="HasCohort">Some tasks want fewer annotations than others.</param>
/// <param name="SkipsCount">Skips count as answers.</param>
internal sealed record ImportProject(long Id, string? Title, LabelConfig Config, int MaximumAnnotations, bool HasCohort, bool SkipsCount)
{
    /// <summary>As stored.</summary>
    public static ImportProject From(ProjectRow project, LabelConfigs configs) => new(
        project.Id, project.Title, configs.Get(project.LabelConfig), project.MaximumAnnotations,
        project is { MaximumAnnotations: > 1, OverlapCohortPercentage: < 100 }, project.SkipQueue == "IGNORE_SKIPPED");
}
