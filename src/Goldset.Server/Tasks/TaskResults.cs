using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Server.Annotations;
using Goldset.Server.Predictions;

namespace Goldset.Server.Tasks;

/// <summary>Annotations and predictions of a page of tasks, by task.</summary>
internal sealed record TaskResults(ILookup<long, AnnotationRow> Annotations, ILookup<long, PredictionRow> Predictions)
{
    public static async Task<TaskResults> ReadAsync(DbConnection connection, SqlDialect dialect, long[] taskIds)
    {
        await using var results = await connection.QueryMultipleAsync($"""
            SELECT {AnnotationRow.Columns} {AnnotationRow.From} WHERE {dialect.In("a.task_id", "@taskIds")} ORDER BY a.id;
            SELECT {PredictionRow.Columns} FROM predictions pr WHERE {dialect.In("pr.task_id", "@taskIds")} ORDER BY pr.id;
            """, new { taskIds });
        return new TaskResults((await results.ReadAsync<AnnotationRow>()).ToLookup(a => a.TaskId), (await results.ReadAsync<PredictionRow>()).ToLookup(p => p.TaskId));
    }
}
