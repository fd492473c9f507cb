using Goldset.Data;
using Goldset.Formats;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.Export;

/// <summary>What to export, and how.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="OrganizationId">Its organization.</param>
/// <param name="LabelConfig">Its labeling config.</param>
/// <param name="Format">The format.</param>
internal sealed record ExportOrder(long ProjectId, long OrganizationId, string LabelConfig, ExportFormat Format)
{
    /// <summary>Also tasks without any annotation.</summary>
    public bool AllTasks { get; init; }

    /// <summary>Only these tasks; null: no restriction.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Fills the frames of video regions in between the key frames.</summary>
    public bool Interpolate { get; init; }

    /// <summary>Whether VOC and ASR_MANIFEST take files along.</summary>
    public bool DownloadResources { get; init; } = true;

    /// <summary>How labels are numbered.</summary>
    public ClassOrder ClassOrder { get; init; }

    /// <summary>Whether archives hold the receipt.</summary>
    public bool WithReport { get; init; }

    /// <summary>Scheme and host of this server.</summary>
    public string Origin { get; init; } = "";
}

/// <summary>Exports projects.</summary>
internal sealed class ProjectExport(Database database, LabelConfigs configs, ExportMedia media, TimeProvider clock)
{
    /// <summary>Writes an export while the project is read.</summary>
    /// <exception cref="UnfitFormatException">The format has nothing to work with in this project; nothing was opened.</exception>
    public async Task<ExportReceipt> WriteAsync(ExportOrder order, ExportTarget target, CancellationToken cancel)
    {
        var config = configs.Get(order.LabelConfig);
        await using var source = new ProjectTaskSource(database, new ExportScope(order.ProjectId, order.AllTasks, order.Ids), TaskData.For(configs, order.LabelConfig), clock);
        using var files = media.Open(order.ProjectId, order.OrganizationId, order.Origin);
        var input = new ExportInput(config, order.Interpolate ? KeyFrameInterpolation.Of(source, config) : source)
        {
            Media = files,
            Origin = order.Origin,
            At = clock.GetLocalNow(),
            DownloadResources = order.DownloadResources,
            ClassOrder = order.ClassOrder,
            WithReport = order.WithReport,
        };
        return await order.Format.Writer.WriteAsync(input, target, cancel);
    }
}
