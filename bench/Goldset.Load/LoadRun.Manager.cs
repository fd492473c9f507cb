using System.Diagnostics;
using System.Text.Json;

namespace Goldset.Load;

/// <summary>The data manager's lists.</summary>
internal sealed partial class LoadRun
{
    private const int Lists = 200;

    /// <summary>What is fast once an index is there is waited for this long.</summary>
    private static readonly TimeSpan IndexPatience = TimeSpan.FromMinutes(10);

    /// <summary>Somebody saves something so rarely that an index can be made in between, and meets it all the same now and then.</summary>
    private static readonly TimeSpan SubmitsBetweenIndexes = TimeSpan.FromSeconds(10);

    /// <summary>Measures lists over a project with annotations.</summary>
    /// <returns>The project.</returns>
    private async Task<long> ManageAsync(RunningServer server, ApiClient admin, IEnumerable<long> sideTasks, CancellationToken cancellation)
    {
        var project = await CreateProjectAsync(admin, "Managed", cancellation);
        await admin.PostAsync($"/api/projects/{project}/import?return_task_ids=false", new TaskBody(plan.Tasks, TaskKind.Fields), cancellation);

        var plain = await RepeatAsync(Lists, number => PageAsync(number, new { }));
        Add("data manager: page, p50", plain.Percentile(0.5), 5, Unit.Milliseconds);

        var submits = new Latencies();
        using var indexed = new CancellationTokenSource();
        using var annotator = new ApiClient(server.Address, ServerLaunch.Token);
        var annotating = Annotator.SubmitSteadilyAsync(annotator, sideTasks, SubmitsBetweenIndexes, submits, indexed.Token);
        await IndexedAsync("filtered and ordered page", Filtered);
        var filtered = await RepeatAsync(Lists, number => PageAsync(number, Filtered(number)));
        Add("data manager: page with two filters and an order, p50", filtered.Percentile(0.5), 50, Unit.Milliseconds);
        Add("data manager: page with two filters and an order, p95", filtered.Percentile(0.95), 200, Unit.Milliseconds);

        await indexed.CancelAsync();
        await annotating;
        Add("submit while indexes are made, longest", submits.Longest, 100, Unit.Milliseconds);
        if (Wanted(Promise.Search))
        {
            await IndexedAsync("search page", Search);
            var searched = await RepeatAsync(Lists, number => PageAsync(number, Search(number)));
            Add("data manager: search page, p50", searched.Percentile(0.5), 50, Unit.Milliseconds);
            Add("data manager: search page, p95", searched.Percentile(0.95), 200, Unit.Milliseconds);
        }
        return project;

        Task<int> PageAsync(int number, object query) => admin.ReadAsync(
            $"/api/tasks/?project={project}&page={1 + (number % 3)}&page_size=50&query={Uri.EscapeDataString(JsonSerializer.Serialize(query))}", cancellation);

        // The first use takes as long as it takes and has indexes made; from then on lists are as fast as they stay.
        async Task IndexedAsync(string what, Func<int, object> query)
        {
            var started = Stopwatch.GetTimestamp();
            await PageAsync(0, query(0));
            Add($"data manager: first {what}", Stopwatch.GetElapsedTime(started).TotalSeconds, 10 * plan.Share, Unit.Seconds);
            for (var number = 0; Stopwatch.GetElapsedTime(started) < IndexPatience; number++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
                var asked = Stopwatch.GetTimestamp();
                // Another value each time, so that what the server still knows of the last one does not count.
                await PageAsync(0, query(100 + number));
                if (Stopwatch.GetElapsedTime(asked).TotalMilliseconds < 300) break;
            }
            Add($"data manager: first {what} until its indexes are there", Stopwatch.GetElapsedTime(started).TotalSeconds, 120 * plan.Share, Unit.Seconds);
        }
    }

    private static object Filtered(int number) => new
    {
        filters = new
        {
            conjunction = "and",
            items = new object[]
            {
                new { filter = "filter:tasks:data.source", @operator = "equal", type = "String", value = $"source {number % 7}" },
                new { filter = "filter:tasks:total_annotations", @operator = "greater", type = "Number", value = 0 },
            },
        },
        ordering = new[] { number % 2 == 0 ? "-tasks:data.score" : "tasks:data.score" },
        columnsDisplayType = new Dictionary<string, string> { ["tasks:data.score"] = "Number" },
    };

    private static object Search(int number) => new { search = $"word{number * 17 % 5000} quick" };
}
