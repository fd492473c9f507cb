using System.Runtime.CompilerServices;
using System.Text;
using Goldset.Formats;

namespace Goldset.Bench;

/// <summary>As many tasks as wanted, from a thousand different ones.</summary>
internal sealed class RepeatedTasks(int count, bool annotated) : ITaskSource
{
    private readonly byte[][] _tasks = [.. Enumerable.Range(1, 1_000).Select(id => Encoding.UTF8.GetBytes(Task(id, annotated)))];

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 1_000 == 0)
            {
                await System.Threading.Tasks.Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
            }

            yield return _tasks[i % _tasks.Length];
        }
    }

    private static string Task(int id, bool annotated)
    {
        var annotation = $$"""
            {"id":{{id}},"completed_by":1,"result":[{"value":{"choices":["good"]},"id":"YguImwx7RX","from_name":"label","to_name":"text","type":"choices","origin":"manual"}],"was_cancelled":false,"ground_truth":false,"created_at":"2024-03-04T11:15:22.836469Z","updated_at":"2024-03-04T11:15:22.787972Z","draft_created_at":null,"lead_time":170.462,"prediction":{},"result_count":1,"unique_id":"a57c3475-b60e-4c67-9334-c8f97fda9340","import_id":null,"last_action":null,"bulk_created":false,"task":{{id}},"project":26,"updated_by":6,"parent_prediction":null,"parent_annotation":null,"last_created_by":null}
            """;
        return $$"""
            {"id":{{id}},"annotations":[{{(annotated ? annotation : "")}}],"drafts":[],"predictions":[],"data":{"text":"The delivery was fast and the box undamaged, number {{id}} of its kind; would buy again.","source":"shop-reviews","rating":{{id % 5}},"score":0.{{id}}},"meta":{},"created_at":"2024-03-03T22:15:22.123456Z","updated_at":"2024-03-04T11:16:22.123456Z","allow_skip":true,"inner_id":{{id}},"total_annotations":1,"cancelled_annotations":0,"total_predictions":0,"comment_count":0,"unresolved_comment_count":0,"last_comment_updated_at":null,"project":26,"updated_by":6,"comment_authors":[]}
            """;
    }
}
