using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Import.Datasets;
using Goldset.Server.Import.Files;
using Goldset.Server.Jobs;
using Goldset.Server.Projects;
using Goldset.Server.Uploads;
using Goldset.Server.Webhooks;

namespace Goldset.Server.Import;

/// <summary>Makes tasks of what requests bring: JSON, files, addresses of files, or files that were uploaded before.</summary>
internal sealed class TaskImport(
    Database database, ProjectQueries projects, LabelConfigs configs, PendingImports imports, WebhookEvents events, ImportSources sources, UploadQueries uploads, TaskFiles files, DatasetImport datasets,
    ServerOptions server, TimeProvider clock)
{
    private const string NoTasks = "load_tasks: No tasks added";

    /// <summary>Imports the content of <paramref name="request"/>.</summary>
    /// <exception cref="ApiException">404: no such project. 400: something was wrong, and nothing was imported. 415: another content type.</exception>
    public async Task<ImportResponse> ImportAsync(HttpRequest request, Caller caller, long projectId, CancellationToken cancel)
    {
        var project = await ProjectAsync(caller, projectId, cancel);
        var options = ImportOptions.From(server, request);
        var started = clock.GetTimestamp();
        var isDataset = options.Dataset is not null;
        var source = await sources.FetchAsync(await sources.ReceiveAsync(request, caller, projectId, cancel, isDataset), caller, projectId, cancel, isDataset);
        if (isDataset && source.Uploads is null) throw new ValidationException("A dataset is sent as files, or as the address of one.");
        try
        {
            return await ImportAsync(project, caller, options, source.Uploads, request.Body, started, job: null, new ReadMeter(), cancel);
        }
        catch when (isDataset)
        {
            // It can be large, and nothing refers to it.
            await datasets.DiscardAsync(projectId, source.Uploads!);
            throw;
        }
    }

    /// <summary>Makes tasks of earlier uploads, in place of those made of them before.</summary>
    /// <exception cref="ApiException">404: no such project. 400: something was wrong, and nothing has changed.</exception>
    public async Task<ReimportResponse> ReimportAsync(Caller caller, long projectId, ReimportRequest request, DatasetOrder? dataset, CancellationToken cancel)
    {
        var project = await ProjectAsync(caller, projectId, cancel);
        var ids = request.FileUploadIds.Or([]) ?? [];
        if (dataset is not null && ids.Count > 0)
        {
            var found = await uploads.ListAsync(projectId, userId: null, [.. ids.Distinct()], cancel);
            var done = await ImportAsync(project, caller, ImportOptions.From(server) with { Dataset = dataset }, found, Stream.Null, clock.GetTimestamp(), job: null, new ReadMeter(), cancel);
            return new ReimportResponse(
                done.TaskCount, done.AnnotationCount ?? 0, done.PredictionCount ?? 0, done.Duration, ids, found.GroupBy(TaskFiles.Extension).ToDictionary(group => group.Key, group => group.Count()), done.DataColumns);
        }
        return ids.Count == 0 ? new ReimportResponse(0, 0, 0, 0, [], new Dictionary<string, int>(), [])
            : await ReimportAsync(project, caller, ids, request.FilesAsTasksList.Or(true), job: null, cancel);
    }

    /// <summary>Imports a dataset that was uploaded.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="projectId">Where to.</param>
    /// <param name="received">Its files, which are gone afterwards, whether it was imported or not.</param>
    /// <param name="order">How.</param>
    /// <param name="progress">Told how many bytes of them are done.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="ApiException">404: no such project. 400: something was wrong, and nothing was imported.</exception>
    public async Task<ImportResponse> ImportAsync(Caller caller, long projectId, IReadOnlyList<Upload> received, DatasetOrder order, Action<long> progress, CancellationToken cancel)
    {
        try
        {
            return await ImportAsync(
                await ProjectAsync(caller, projectId, cancel), caller, ImportOptions.From(server) with { Dataset = order }, received, Stream.Null, clock.GetTimestamp(), job: null, new ReadMeter(progress), cancel);
        }
        catch
        {
            await datasets.DiscardAsync(projectId, received);
            throw;
        }
    }

    /// <summary>Does the import or reimport that <paramref name="job"/> is.</summary>
    /// <exception cref="ApiException">404: no such project. 400: something was wrong, and nothing has changed.</exception>
    /// <exception cref="LeaseLostException">The job was cancelled, or taken over; nothing was imported here.</exception>
    public async Task RunAsync(JobClaim job, Caller caller, string? body, CancellationToken cancel)
    {
        var order = job.Request<ImportOrder>();
        var project = await ProjectAsync(caller, job.ProjectId, cancel);
        if (order is { IsReimport: true, Dataset: null })
        {
            await ReimportAsync(project, caller, order.FileUploadIds ?? [], order.FilesAsTasksList, job, cancel);
            return;
        }
        var options = ImportOptions.From(server) with { Commit = order.CommitToProject, ReturnTaskIds = order.ReturnTaskIds, PreannotatedFields = order.PreannotatedFromFields, Dataset = order.Dataset };
        var (started, meter) = (clock.GetTimestamp(), new ReadMeter());
        if (body is not null)
        {
            await using var json = new SourceFile(body, meter).Open();
            await ImportAsync(project, caller, options, received: null, json, started, job, meter, cancel);
            return;
        }
        var found = order.Url is null ? await uploads.ListAsync(job.ProjectId, userId: null, order.FileUploadIds, cancel)
            : (await sources.FetchAsync(new ImportSource(null, order.Url), caller, job.ProjectId, cancel, order.Dataset is not null)).Uploads!;
        job.Total = found.Sum(file => file.Size);
        await ImportAsync(project, caller, options, found, Stream.Null, started, job, meter, cancel);
    }

    private async Task<ImportResponse> ImportAsync(
        ImportProject project, Caller caller, ImportOptions options, IReadOnlyList<Upload>? received, Stream body, long started, JobClaim? job, ReadMeter meter, CancellationToken cancel)
    {
        TaskIntake? intake = null;
        IItemConsumer consumer = new ItemCounter();
        FilesSummary? found = null;
        await using var dataset = options.Dataset is null ? null : await datasets.OpenAsync(project, caller.UserId, received!, options.Dataset, options.Commit, cancel);
        if (dataset is not null) project = project with { Config = dataset.Config };
        var hold = job is null && dataset is null ? null : new ImportHold(
            tx => job is null ? Task.CompletedTask : job.GuardAsync(tx),
            async (tx, ids) =>
            {
                if (dataset is not null) await dataset.EndAsync(tx);
                if (job is not null) await job.CompleteAsync(tx, Response(ids));
            });
        await using var session = await SessionAsync(project, options, replaced: null, hold, cancel);
        if (options.Commit) consumer = intake = new TaskIntake(database, caller, project, options, session, clock, cancel);
        if (job is not null) consumer = new JobProgress(consumer, job, meter);
        if (dataset is not null) found = options.Commit ? await dataset.ReadAsync(consumer, meter, cancel) : dataset.Summary;
        else if (received is null) await ReadBodyAsync(body, consumer, cancel);
        else found = await files.ReadAsync(received, project.Config, options.FilesAsTasksList, consumer, meter, cancel);
        if (consumer.Count == 0 && (dataset is null || options.Commit)) throw new ValidationException(NoTasks);
        if (intake is not null) await intake.CompleteAsync();
        else if (job is not null) await database.WriteAsync(WriteLane.Interactive, tx => job.CompleteAsync(tx, Response(null)), cancel);
        return Response(intake is null ? null : session.TaskIds);

        ImportResponse Response(IReadOnlyList<long>? taskIds) => new(
            dataset is not null && !options.Commit ? (int)dataset.Found.TaskCount : consumer.Count, intake?.AnnotationCount, intake?.PredictionCount, clock.GetElapsedTime(started).TotalSeconds,
            dataset is not null && options.Commit ? [] : Ids(received), dataset is null && received is not null && received.Any(TaskFiles.CouldBeTasksList),
            found is null ? Array.Empty<string>() : found.Formats, found?.Columns ?? [], taskIds, dataset?.Found);
    }

    private async Task<ReimportResponse> ReimportAsync(ImportProject project, Caller caller, IReadOnlyList<long> ids, bool filesAsTasksList, JobClaim? job, CancellationToken cancel)
    {
        var options = ImportOptions.From(server) with { FilesAsTasksList = filesAsTasksList };
        var (started, meter) = (clock.GetTimestamp(), new ReadMeter());
        TaskIntake? intake = null;
        FilesSummary? summary = null;
        var hold = job is null ? null : new ImportHold(job.GuardAsync, (tx, _) => job.CompleteAsync(tx, Response()));
        var found = await uploads.ListAsync(project.Id, userId: null, [.. ids.Distinct()], cancel);
        await using var session = await SessionAsync(project, options, new ReplacedTasks(project.Id, [.. found.Select(f => f.Id)]), hold, cancel);
        intake = new TaskIntake(database, caller, project, options, session, clock, cancel);
        if (job is not null) job.Total = found.Sum(file => file.Size);
        summary = await files.ReadAsync(found, project.Config, filesAsTasksList, job is null ? intake : new JobProgress(intake, job, meter), meter, cancel);
        await intake.CompleteAsync();
        // Files without a task leave nothing for the session to write.
        if (job is not null && intake.Count == 0) await database.WriteAsync(WriteLane.Interactive, tx => job.CompleteAsync(tx, Response()), cancel);
        return Response();

        ReimportResponse Response() => new(
            intake!.Count, intake.AnnotationCount, intake.PredictionCount, clock.GetElapsedTime(started).TotalSeconds, ids, summary!.Formats, summary.Columns);
    }

    private async Task<ImportProject> ProjectAsync(Caller caller, long projectId, CancellationToken cancel) =>
        ImportProject.From(await projects.GetAsync(caller, projectId, cancel), configs);

    private Task<ImportSession> SessionAsync(ImportProject project, ImportOptions options, ReplacedTasks? replaced, ImportHold? hold, CancellationToken cancel) =>
        ImportSession.BeginAsync(database, imports, events, project, replaced, options.ReturnTaskIds, clock, cancel, hold);

    private static async Task ReadBodyAsync(Stream body, IItemConsumer consumer, CancellationToken cancel)
    {
        using var reader = new JsonItemReader(body);
        try
        {
            while (await reader.MoveNextAsync(cancel))
            {
                if (reader.Root is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) break;
                await consumer.AddAsync(reader.Current);
            }
        }
        catch (JsonException malformed)
        {
            throw new ApiException(StatusCodes.Status400BadRequest,
                $"JSON parse error - line {(malformed.LineNumber ?? 0) + 1} column {(malformed.BytePositionInLine ?? 0) + 1}: the text is not valid JSON");
        }
        catch (JsonItemTooLargeException tooLarge)
        {
            throw new ApiException(StatusCodes.Status413PayloadTooLarge, $"Task {consumer.Count}: {tooLarge.Message}");
        }
        catch (IOException cutOff) when (cutOff is not BadHttpRequestException)
        {
            throw new ApiException(StatusCodes.Status400BadRequest, "The request ended before its body was complete.");
        }
        if (reader.Root == JsonTokenType.None) await consumer.AddAsync("{}"u8.ToArray());
        else if (reader.Root is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) throw new ValidationException(ImportSources.NoData);
    }

    private static IReadOnlyList<long> Ids(IReadOnlyList<Upload>? received) => received is null ? [] : [.. received.Select(u => u.Id)];
}
