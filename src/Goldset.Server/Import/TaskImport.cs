using System.Text;
using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Import.Files;
using Goldset.Server.Projects;
using Goldset.Server.Uploads;
using Goldset.Server.Webhooks;
using Microsoft.AspNetCore.Http.Features;

namespace Goldset.Server.Import;

/// <summary>Makes tasks of what requests bring: JSON, files, addresses of files, or files that were uploaded before.</summary>
internal sealed class TaskImport(
    Database database, ProjectQueries projects, LabelConfigs configs, PendingImports imports, WebhookEvents events, MultipartUploads multipart, UrlUploads urls, UploadStore store,
    UploadQueries uploads, TaskFiles files, ServerOptions server, TimeProvider clock)
{
    private const int MaxFormValue = 64 * 1024 * 1024;
    private const string NoData = "load_tasks: No data found in DATA or in FILES";
    private const string NoTasks = "load_tasks: No tasks added";

    /// <summary>Imports the content of <paramref name="request"/>.</summary>
    /// <exception cref="ApiException">404: no such project. 400: something was wrong, and nothing was imported. 415: another content type.</exception>
    public async Task<ImportResponse> ImportAsync(HttpRequest request, Caller caller, long projectId, CancellationToken cancel)
    {
        var project = ImportProject.From(await projects.GetAsync(caller, projectId, cancel), configs);
        var options = ImportOptions.From(server, request);
        var started = clock.GetTimestamp();
        var received = await ReceiveAsync(request, caller, project, cancel);
        await using var session = await SessionAsync(project, options, replaced: null, cancel);
        var intake = options.Commit ? new TaskIntake(database, caller, project, options, session, clock, cancel) : null;
        IItemConsumer consumer = intake is null ? new ItemCounter() : intake;
        FilesSummary? found = null;
        if (received is null) await ReadBodyAsync(request, consumer, cancel);
        else found = await files.ReadAsync(received, project.Config, options.FilesAsTasksList, consumer, cancel);
        if (consumer.Count == 0) throw new ValidationException(NoTasks);
        if (intake is not null) await intake.CompleteAsync();
        return new ImportResponse(
            consumer.Count, intake?.AnnotationCount, intake?.PredictionCount, clock.GetElapsedTime(started).TotalSeconds, Ids(received), received?.Any(TaskFiles.CouldBeTasksList) ?? false,
            found is null ? Array.Empty<string>() : found.Formats, found?.Columns ?? [], intake is null ? null : session.TaskIds);
    }

    /// <summary>Makes tasks of earlier uploads, in place of those made of them before.</summary>
    /// <exception cref="ApiException">404: no such project. 400: something was wrong, and nothing has changed.</exception>
    public async Task<ReimportResponse> ReimportAsync(Caller caller, long projectId, ReimportRequest request, CancellationToken cancel)
    {
        var project = ImportProject.From(await projects.GetAsync(caller, projectId, cancel), configs);
        var ids = request.FileUploadIds.Or([]) ?? [];
        if (ids.Count == 0) return new ReimportResponse(0, 0, 0, 0, [], new Dictionary<string, int>(), []);
        var options = ImportOptions.From(server) with { FilesAsTasksList = request.FilesAsTasksList.Or(true) };
        var started = clock.GetTimestamp();
        var found = await uploads.ListAsync(projectId, userId: null, [.. ids.Distinct()], cancel);
        await using var session = await SessionAsync(project, options, new ReplacedTasks(projectId, [.. found.Select(f => f.Id)]), cancel);
        var intake = new TaskIntake(database, caller, project, options, session, clock, cancel);
        var summary = await files.ReadAsync(found, project.Config, options.FilesAsTasksList, intake, cancel);
        await intake.CompleteAsync();
        return new ReimportResponse(intake.Count, intake.AnnotationCount, intake.PredictionCount, clock.GetElapsedTime(started).TotalSeconds, ids, summary.Formats, summary.Columns);
    }

    private Task<ImportSession> SessionAsync(ImportProject project, ImportOptions options, ReplacedTasks? replaced, CancellationToken cancel) =>
        ImportSession.BeginAsync(database, imports, events, project, replaced, options.ReturnTaskIds, clock, cancel);

    /// <summary>Stores the files that the request brings or names; null when the tasks are its JSON body.</summary>
    private async Task<IReadOnlyList<Upload>?> ReceiveAsync(HttpRequest request, Caller caller, ImportProject project, CancellationToken cancel)
    {
        if (MultipartUploads.IsMultipart(request))
        {
            var sent = await multipart.ReceiveAsync(request, project.Id, caller.UserId, cancel);
            return sent.Count > 0 ? sent : throw new ValidationException(NoData);
        }
        if (request.HasFormContentType) return [await ReceiveAddressAsync(await FormUrlAsync(request, cancel), caller, project, cancel)];
        if (IsJson(request)) return null;
        if (request.ContentType is not null || request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
            throw new ApiException(StatusCodes.Status415UnsupportedMediaType, $"Unsupported media type \"{request.ContentType}\" in request.");
        throw new ValidationException(NoData);
    }

    private async Task<Upload> ReceiveAddressAsync(string url, Caller caller, ImportProject project, CancellationToken cancel)
    {
        if (!IsInlineJson(url)) return await urls.FetchAsync(url, project.Id, caller.UserId, cancel);
        var inline = await store.WriteAsync(project.Id, "inplace.json", async target => await target.WriteAsync(Encoding.UTF8.GetBytes(url), cancel), cancel);
        return (await store.RegisterAsync(project.Id, caller.UserId, [inline], cancel))[0];
    }

    private static async Task<string> FormUrlAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { ValueLengthLimit = MaxFormValue }));
            var url = (await request.ReadFormAsync(cancel))["url"].LastOrDefault();
            return string.IsNullOrEmpty(url) ? throw new ValidationException("\"url\" is not found in request data") : url;
        }
        catch (InvalidDataException malformed)
        {
            throw new ApiException(StatusCodes.Status400BadRequest, $"Form parse error - {malformed.Message}");
        }
    }

    /// <summary>Whether the field holds tasks instead of an address. Single quotes pass for double ones; an empty value is no tasks.</summary>
    private static bool IsInlineJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.Replace('\'', '"'), new JsonDocumentOptions { MaxDepth = JsonItemReader.MaxDepth });
            var root = json.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Array => root.GetArrayLength() > 0,
                JsonValueKind.Object => root.EnumerateObject().Any(),
                JsonValueKind.Number => root.GetRawText().AsSpan().IndexOfAnyInRange('1', '9') >= 0,
                JsonValueKind.String => root.GetRawText().Length > 2,
                var kind => kind == JsonValueKind.True,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task ReadBodyAsync(HttpRequest request, IItemConsumer consumer, CancellationToken cancel)
    {
        using var reader = new JsonItemReader(request.Body);
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
        else if (reader.Root is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) throw new ValidationException(NoData);
    }

    private static bool IsJson(HttpRequest request) => request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ?? false;

    private static IReadOnlyList<long> Ids(IReadOnlyList<Upload>? received) => received is null ? [] : [.. received.Select(u => u.Id)];
}
