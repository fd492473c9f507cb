using Goldset.Formats.Reading;
using Goldset.Labeling;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Import.Files;
using Goldset.Server.Projects;
using Goldset.Server.Uploads;

namespace Goldset.Server.Import.Datasets;

/// <summary>Opens uploaded datasets.</summary>
internal sealed class DatasetImport(MediaFolder media, UploadStore store, UploadCommands uploads, ProjectCommands projects, TaskFiles addresses, ServerOptions server)
{
    /// <summary>Archives unpack to at most so many times what may be uploaded at once.</summary>
    private const int MaxUnpacked = 10;

    /// <summary>Looks through the dataset that <paramref name="received"/> is, and settles which labeling config the project will have.</summary>
    /// <exception cref="ValidationException">It is none, or does not go with the project; the message says what is missing.</exception>
    public async Task<OpenDataset> OpenAsync(
        ImportProject project, long userId, IReadOnlyList<Upload> received, DatasetOrder order, bool commit, CancellationToken cancel)
    {
        DatasetFiles? files = null;
        Dataset? dataset = null;
        try
        {
            files = DatasetFiles.Open([.. received.Select(upload => (NameOf(upload), media.PathOf(upload.File)))], server.MaxBodySize * MaxUnpacked);
            var format = (order.Format == DatasetOrder.Auto ? DatasetFormats.Recognize(files) : DatasetFormats.Find(order.Format))
                ?? throw new ValidationException("The files look like no dataset that can be read. If they are one, name its format.");
            dataset = await Dataset.OpenAsync(format, files, order.Options(project.Config), cancel);
            var (config, binding, sets) = Bind(dataset, project.Config, order);
            var found = FoundDataset.From(dataset, binding, sets);
            if (commit) Check(dataset, binding, config, order);
            return new OpenDataset(files, dataset, binding, project, config, found, new KeptFiles(store, uploads, new ImportJournal(media, project.Id), project.Id, userId), received, addresses, projects, store);
        }
        catch (Exception failed)
        {
            if (dataset is not null) await dataset.DisposeAsync();
            files?.Dispose();
            if (failed is DatasetException unreadable) throw new ValidationException(unreadable.Message);
            if (failed is FileNotFoundException or DirectoryNotFoundException) throw new ValidationException("The file is no longer there");
            throw;
        }
    }

    /// <summary>Removes the files of a dataset that was not imported.</summary>
    public async Task DiscardAsync(long projectId, IReadOnlyList<Upload> received)
    {
        await uploads.DeleteAsync(projectId, [.. received.Select(upload => upload.Id)], CancellationToken.None);
        store.Remove(received.Select(upload => upload.File));
    }

    /// <summary>The name it was sent under.</summary>
    private static string NameOf(Upload upload) => upload.Name[(upload.Name.IndexOf('-', StringComparison.Ordinal) + 1)..];

    private static (LabelConfig Config, DatasetBinding Binding, bool Sets) Bind(Dataset dataset, LabelConfig config, DatasetOrder order)
    {
        if (!config.HasControlTags && order.SetConfig && dataset.Config.Controls.Count > 0)
        {
            var implied = LabelConfig.Parse(dataset.Config.ToXml());
            return (implied, DatasetBinding.Of(dataset.Config, implied), true);
        }
        // Without controls there is nothing that labels could be missing in: annotations wait for a config, as they do in any import.
        var binding = DatasetBinding.Of(dataset.Config, config);
        if (binding.Missing.Count == 0 || !order.ExtendConfig || !config.HasControlTags) return (config, binding, false);
        var extended = LabelConfig.Parse(binding.Extended());
        return (extended, DatasetBinding.Of(dataset.Config, extended), true);
    }

    private static void Check(Dataset dataset, DatasetBinding binding, LabelConfig config, DatasetOrder order)
    {
        var report = dataset.Report;
        if (report.ProblemCount > 0 && !order.SkipUnreadable)
        {
            var listed = report.Problems.Take(100).Select(problem => problem.ToString()).ToList();
            if (report.ProblemCount > listed.Count) listed.Add($"… and {report.ProblemCount - listed.Count} more");
            throw new ValidationException(listed.Aggregate(new ValidationErrors(), (errors, line) => errors.Add(ValidationErrors.NonField, line)));
        }
        if (binding.Missing.Count > 0 && config.HasControlTags)
            throw new ValidationException(binding.Missing.Aggregate(
                new ValidationErrors(), (errors, missing) => errors.Add("label_config", $"The labeling config does not fit the dataset: {missing}. It is extended with extend_config=true.")));
    }
}
