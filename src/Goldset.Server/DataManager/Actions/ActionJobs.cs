using System.Buffers.Binary;
using System.Text.Json;
using Goldset.Server.Http;
using Goldset.Server.Jobs;

namespace Goldset.Server.DataManager.Actions;

/// <summary>An action that is done as a job. The ids of its tasks are in the job's file, so that it runs on those that were selected when it was asked for.</summary>
/// <param name="Action">The action.</param>
/// <param name="Body">The request, with the fields of the form.</param>
internal sealed record ActionOrder(string Action, JsonElement Body);

/// <summary>Puts actions on many tasks into the background.</summary>
internal sealed class ActionJobs(SelectedTasks tasks, JobQueue queue, JobFiles files)
{
    /// <summary>Fewer tasks are done before anybody would look for the job.</summary>
    private const int FewestTasks = 2000;

    private const int IdsTogether = 8192;

    /// <summary>Queues an action, unless it has so few tasks that it is better done at once.</summary>
    /// <returns>The job's id; null: it is to be done at once.</returns>
    public async Task<long?> AddAsync(TaskAction action, ActionRun run, CancellationToken cancel)
    {
        if (!action.CanBeJob || run.Body.IsForm) return null;
        var ids = await tasks.IdsAsync(run.Scope, action, cancel);
        if (ids.Count < FewestTasks) return null;
        var (file, _) = await files.WriteAsync(run.Project.Id, target => WriteAsync(ids, target, cancel), cancel);
        try
        {
            var body = run.Body.Json.ValueKind == JsonValueKind.Undefined ? JsonSerializer.SerializeToElement(new { }) : run.Body.Json;
            return await queue.AddAsync(
                new JobOrder(run.Project.Id, run.Caller.UserId, ActionJob.Kind, action.Entry?.Title ?? action.Id, new ActionOrder(action.Id, body), file, ids.Count), cancel);
        }
        catch
        {
            files.Delete(file);
            throw;
        }
    }

    /// <summary>The ids that a job's file holds.</summary>
    /// <exception cref="ApiException">The file is gone.</exception>
    public static async Task<List<long>> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancel);
            var ids = new List<long>(bytes.Length / sizeof(long));
            for (var at = 0; at < bytes.Length; at += sizeof(long)) ids.Add(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)));
            return ids;
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ApiException(StatusCodes.Status500InternalServerError, "The list of the selected tasks is no longer there.");
        }
    }

    private static async Task WriteAsync(List<long> ids, Stream target, CancellationToken cancel)
    {
        foreach (var chunk in ids.Chunk(IdsTogether))
        {
            var bytes = new byte[chunk.Length * sizeof(long)];
            for (var i = 0; i < chunk.Length; i++) BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), chunk[i]);
            await target.WriteAsync(bytes, cancel);
        }
    }
}
