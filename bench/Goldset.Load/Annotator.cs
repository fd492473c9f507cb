using System.Text.Json;

namespace Goldset.Load;

/// <summary>What an annotator does, with the times it took.</summary>
internal static class Annotator
{
    private static readonly object[] Result = [new { from_name = "label", to_name = "text", type = "choices", value = new { choices = new[] { "pos" } } }];

    /// <summary>Submits an annotation.</summary>
    public static Task<JsonElement> SubmitAsync(ApiClient client, long task, Latencies latencies, CancellationToken cancellation) =>
        latencies.TimeAsync(() => client.PostAsync($"/api/tasks/{task}/annotations/", new { result = Result, lead_time = 1.5 }, cancellation));

    /// <summary>Submits to one task after another at a steady pace until told to stop.</summary>
    public static async Task SubmitSteadilyAsync(ApiClient client, IEnumerable<long> tasks, TimeSpan pace, Latencies latencies, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(pace);
        foreach (var task in tasks)
        {
            if (stop.IsCancellationRequested) return;
            await SubmitAsync(client, task, latencies, CancellationToken.None);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Takes the next task and submits it, over and over with a pause as a person has it, until told to stop.</summary>
    public static async Task LabelAsync(ApiClient client, long project, TimeSpan pause, Latencies next, Latencies submit, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(pause);
        while (!stop.IsCancellationRequested)
        {
            var task = await next.TimeAsync(() => client.GetAsync($"/api/projects/{project}/next", CancellationToken.None));
            if (task.ValueKind != JsonValueKind.Object) return;
            await SubmitAsync(client, task.GetProperty("id").GetInt64(), submit, CancellationToken.None);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
