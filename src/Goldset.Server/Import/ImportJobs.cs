using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Import.Datasets;
using Goldset.Server.Jobs;
using Goldset.Server.Projects;

namespace Goldset.Server.Import;

/// <summary>
/// Imports that are answered before they are done. What the request brings is on the disk first: files as uploads, JSON as the job's file;
/// from then on the import no longer needs the client.
/// </summary>
internal sealed class ImportJobs(ImportSources sources, ProjectQueries projects, JobQueue queue, JobFiles files, ServerOptions server)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Takes the content of <paramref name="request"/> and queues its import.</summary>
    /// <returns>The job's id.</returns>
    /// <exception cref="ApiException">404: no such project. 400, 415: the request cannot be imported, which shows before its tasks are read.</exception>
    public async Task<long> ImportAsync(HttpRequest request, Caller caller, long projectId, CancellationToken cancel)
    {
        await projects.GetAsync(caller, projectId, cancel);
        var options = ImportOptions.From(server, request);
        var source = await sources.ReceiveAsync(request, caller, projectId, cancel, options.Dataset is not null);
        var order = new ImportOrder
        {
            CommitToProject = options.Commit,
            ReturnTaskIds = options.ReturnTaskIds,
            PreannotatedFromFields = options.PreannotatedFields,
            FileUploadIds = source.Uploads is null ? null : [.. source.Uploads.Select(upload => upload.Id)],
            Dataset = options.Dataset,
            Url = source.Url,
        };
        if (source.Url is { } url) return await AddAsync(order, Title(url[(url.LastIndexOf('/') + 1)..]), null, null);
        if (source.Uploads is { } uploads)
            return await AddAsync(order, Title(uploads is [var one] ? UploadedName(one.Name) : $"{uploads.Count} files"), null, uploads.Sum(upload => upload.Size));
        var (file, size) = await files.WriteAsync(projectId, target => CopyAsync(request.Body, target, cancel), cancel);
        try
        {
            return await AddAsync(order, Title("tasks"), file, size);
        }
        catch
        {
            files.Delete(file);
            throw;
        }

        Task<long> AddAsync(ImportOrder what, string title, string? from, long? total) =>
            queue.AddAsync(new JobOrder(projectId, caller.UserId, ImportJob.Kind, title, what, from, total), cancel);
    }

    /// <summary>Queues a reimport.</summary>
    /// <returns>The job's id.</returns>
    /// <exception cref="ApiException">404: no such project.</exception>
    public async Task<long> ReimportAsync(Caller caller, long projectId, IReadOnlyList<long> uploads, bool filesAsTasksList, DatasetOrder? dataset, CancellationToken cancel)
    {
        await projects.GetAsync(caller, projectId, cancel);
        var order = new ImportOrder { IsReimport = true, FileUploadIds = uploads, FilesAsTasksList = filesAsTasksList, Dataset = dataset };
        return await queue.AddAsync(new JobOrder(projectId, caller.UserId, ReimportJob.Kind, Title(uploads.Count == 1 ? "1 file" : $"{uploads.Count} files"), order), cancel);
    }

    private static string Title(string what) => $"Import of {(what.Length > 100 ? what[..100] + "…" : what)}";

    /// <summary>The name without what makes it unique.</summary>
    private static string UploadedName(string name) => name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..];

    private static async Task CopyAsync(Stream body, Stream target, CancellationToken cancel)
    {
        var buffer = new byte[BufferSize];
        while (true)
        {
            int read;
            try
            {
                read = await body.ReadAsync(buffer, cancel);
            }
            catch (IOException cutOff) when (cutOff is not BadHttpRequestException)
            {
                throw new ApiException(StatusCodes.Status400BadRequest, "The request ended before its body was complete.");
            }
            if (read == 0) return;
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }
}
