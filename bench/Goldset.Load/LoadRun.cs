using System.Diagnostics;
using System.Text.Json;

namespace Goldset.Load;

/// <summary>Starts the server, fills a project and measures one promise after the other.</summary>
internal sealed partial class LoadRun(ServerLaunch launch, LoadPlan plan)
{
    private const string Config =
        """<View><Text name="text" value="$text"/><Choices name="label" toName="text"><Choice value="pos"/><Choice value="neg"/></Choices></View>""";

    private const string ImageConfig =
        """<View><Image name="image" value="$image"/><RectangleLabels name="box" toName="image"><Label value="cat"/><Label value="dog"/></RectangleLabels></View>""";

    private const int Annotators = 50;
    private const int SubmitConnections = 16;
    private const int SideTasks = 60_000;

    /// <summary>Fewer bytes a task are no export, not even packed.</summary>
    private const long SmallestTask = 20;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private readonly List<Measurement> measurements = [];

    private bool OnPostgres => launch.Database is not null;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("goldset-load-");
        try
        {
            await using (var server = await launch.StartAsync(folder.FullName, cancellation))
            {
                if (Wanted(Promise.Start)) Add("start to first answer, empty", server.StartMilliseconds, 1000, Unit.Milliseconds);
                await MeasureAsync(server, cancellation);
                Add("memory, peak", server.PeakMegabytes, 300, Unit.Megabytes);
            }

            if (Wanted(Promise.Start))
            {
                await using var restarted = await launch.StartAsync(folder.FullName, cancellation);
                Add($"start to first answer, {plan.Tasks} tasks", restarted.StartMilliseconds, 1000, Unit.Milliseconds);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return measurements;
    }

    private async Task MeasureAsync(RunningServer server, CancellationToken cancellation)
    {
        using var admin = new ApiClient(server.Address, ServerLaunch.Token);
        var side = await CreateProjectAsync(admin, "Side", cancellation);
        var sideTasks = await ImportWithIdsAsync(admin, side, SideTasks, cancellation);
        // With the data manager, its project with annotations and fields serves the others too.
        var isManaged = Wanted(Promise.Manager) || Wanted(Promise.Search);
        var project = isManaged ? await ManageAsync(server, admin, sideTasks.Take(SideTasks / 6), cancellation) : 0;
        if (!isManaged || plan.Promises.Any(promise => promise is not (Promise.Start or Promise.Manager or Promise.Search or Promise.Next or Promise.Submit or Promise.Delete)))
        {
            var big = await CreateProjectAsync(admin, "Big", cancellation);
            await ImportAsync(server, admin, big, sideTasks.Skip(SideTasks / 6).Take(SideTasks / 3), cancellation);
            if (Wanted(Promise.ImportOne)) await ImportOneAsync(admin, big, cancellation);
            if (Wanted(Promise.Page)) await PageAsync(admin, big, cancellation);
            if (Wanted(Promise.Export)) await ExportAsync(admin, big, cancellation);
            if (!isManaged) project = big;
        }
        if (Wanted(Promise.Submit)) await SubmitAsync(server, sideTasks.Skip(SideTasks / 2), cancellation);
        if (Wanted(Promise.Next)) await NextAsync(server, admin, project, cancellation);
        if (Wanted(Promise.Delete)) await DeleteAsync(server, admin, project, cancellation);
    }

    private async Task ImportAsync(RunningServer server, ApiClient admin, long project, IEnumerable<long> sideTasks, CancellationToken cancellation)
    {
        var submits = new Latencies();
        using var imported = new CancellationTokenSource();
        using var annotator = new ApiClient(server.Address, ServerLaunch.Token);
        var annotating = Annotator.SubmitSteadilyAsync(annotator, sideTasks, TimeSpan.FromMilliseconds(20), submits, imported.Token);
        var started = Stopwatch.GetTimestamp();
        await admin.PostAsync($"/api/projects/{project}/import?return_task_ids=false", new TaskBody(plan.Tasks), cancellation);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await imported.CancelAsync();
        await annotating;

        if (!Wanted(Promise.Import)) return;
        Add($"import {plan.Tasks} tasks of 600 B, annotators working", seconds, 20 * plan.Share, Unit.Seconds);
        Add("submit during the import, p50", submits.Percentile(0.5), 20, Unit.Milliseconds);
        Add("submit during the import, p99", submits.Percentile(0.99), OnPostgres ? 50 : 100, Unit.Milliseconds);
        Add("submit during the import, longest", submits.Longest, 500, Unit.Milliseconds);
    }

    private async Task ImportOneAsync(ApiClient admin, long project, CancellationToken cancellation)
    {
        var latencies = await RepeatAsync(100, _ => admin.PostAsync($"/api/projects/{project}/import", new TaskBody(1), cancellation));
        Add($"import 1 task into {plan.Tasks}, p50", latencies.Percentile(0.5), 10, Unit.Milliseconds);
        Add($"import 1 task into {plan.Tasks}, p95", latencies.Percentile(0.95), 10, Unit.Milliseconds);
    }

    private async Task PageAsync(ApiClient admin, long project, CancellationToken cancellation)
    {
        var last = Math.Min(10_000, plan.Tasks / 100);
        var first = await RepeatAsync(300, _ => admin.ReadAsync($"/api/tasks/?project={project}&page=1&page_size=100", cancellation));
        var late = await RepeatAsync(300, number => admin.ReadAsync($"/api/tasks/?project={project}&page={last - (number % 10)}&page_size=100", cancellation));
        Add("page of 100 tasks, p50", first.Percentile(0.5), OnPostgres ? 15 : 10, Unit.Milliseconds);
        Add("page of 100 tasks, p95", first.Percentile(0.95), OnPostgres ? 15 : 10, Unit.Milliseconds);
        Add($"page {last}, p50 (twice page 1)", late.Percentile(0.5), 2 * first.Percentile(0.5), Unit.Milliseconds);
        Add($"page {last}, p95", late.Percentile(0.95), 2 * (OnPostgres ? 15 : 10), Unit.Milliseconds);
    }

    private async Task ExportAsync(ApiClient admin, long project, CancellationToken cancellation)
    {
        await StreamAsync(project, "JSON", "no annotations", OnPostgres ? 12 : 6);
        var annotated = await CreateProjectAsync(admin, "Annotated", cancellation);
        await admin.PostAsync($"/api/projects/{annotated}/import?return_task_ids=false", new TaskBody(plan.Tasks, TaskKind.AnnotatedText), cancellation);
        await StreamAsync(annotated, "JSON", "an annotation each", OnPostgres ? 25 : 15);
        await StreamAsync(annotated, "CSV", "an annotation each", OnPostgres ? 25 : 15);
        var images = await CreateProjectAsync(admin, "Images", cancellation, ImageConfig);
        await admin.PostAsync($"/api/projects/{images}/import?return_task_ids=false", new TaskBody(plan.Tasks, TaskKind.BoxedImage), cancellation);
        await StreamAsync(images, "COCO", "three boxes each", OnPostgres ? 25 : 15);
        await StreamAsync(images, "YOLO", "three boxes each", OnPostgres ? 25 : 15);

        async Task StreamAsync(long exported, string format, string content, double budget)
        {
            var (firstByte, seconds, bytes) = await admin.StreamAsync($"/api/projects/{exported}/export?exportType={format}&download_all_tasks=true", cancellation);
            if (bytes < plan.Tasks * SmallestTask) throw new InvalidOperationException($"The export as {format} has only {bytes} bytes.");
            Add($"export {plan.Tasks} tasks as {format}, {content}", seconds, budget * plan.Share, Unit.Seconds);
            // What needs a look at all tasks first, or ends with a directory, does not begin at once.
            if (format == "JSON") Add($"first byte of the export, {content}", firstByte, 100, Unit.Milliseconds);
        }
    }

    private async Task SubmitAsync(RunningServer server, IEnumerable<long> sideTasks, CancellationToken cancellation)
    {
        var shares = sideTasks.Chunk(SideTasks / 2 / SubmitConnections).Take(SubmitConnections).Select(tasks => new Queue<long>(tasks)).ToArray();
        await SubmitForAsync(WarmUp, new Latencies());
        var latencies = new Latencies();
        var seconds = await SubmitForAsync(Period, latencies);
        Add($"submits, {SubmitConnections} connections", latencies.Count / seconds, OnPostgres ? 2000 : 1000, Unit.PerSecond);
        Add("submit under that load, p50", latencies.Percentile(0.5), 20, Unit.Milliseconds);
        Add("submit under that load, p95", latencies.Percentile(0.95), 20, Unit.Milliseconds);

        async Task<double> SubmitForAsync(TimeSpan period, Latencies into)
        {
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(shares.Select(async tasks =>
            {
                using var client = new ApiClient(server.Address, ServerLaunch.Token);
                while (Stopwatch.GetElapsedTime(started) < period && tasks.TryDequeue(out var task)) await Annotator.SubmitAsync(client, task, into, cancellation);
            }));
            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
    }

    private async Task NextAsync(RunningServer server, ApiClient admin, long project, CancellationToken cancellation)
    {
        var annotators = new List<ApiClient>();
        for (var number = 0; number < Annotators; number++)
            annotators.Add(new ApiClient(server.Address, await InviteAsync(server, admin, number, cancellation)));
        await LabelForAsync(WarmUp, new Latencies(), new Latencies());
        var (next, submit) = (new Latencies(), new Latencies());
        await LabelForAsync(Period, next, submit);
        foreach (var annotator in annotators) annotator.Dispose();
        Add($"next task, {Annotators} annotators, p50", next.Percentile(0.5), 3, Unit.Milliseconds);
        Add($"next task, {Annotators} annotators, p95", next.Percentile(0.95), OnPostgres ? 20 : 15, Unit.Milliseconds);
        Add($"submit, {Annotators} annotators, p95", submit.Percentile(0.95), 20, Unit.Milliseconds);

        async Task LabelForAsync(TimeSpan period, Latencies nextInto, Latencies submitInto)
        {
            using var stop = new CancellationTokenSource(period);
            await Task.WhenAll(annotators.Select(async (annotator, number) =>
            {
                // People do not press a key in step.
                await Task.Delay(TimeSpan.FromMilliseconds(10 * number), cancellation);
                await Annotator.LabelAsync(annotator, project, TimeSpan.FromMilliseconds(500), nextInto, submitInto, stop.Token);
            }));
        }
    }

    private async Task DeleteAsync(RunningServer server, ApiClient admin, long project, CancellationToken cancellation)
    {
        var labeled = await CreateProjectAsync(admin, "Labeled", cancellation);
        var tasks = await ImportWithIdsAsync(admin, labeled, SideTasks, cancellation);
        var submits = new Latencies();
        using var deleted = new CancellationTokenSource();
        using var annotator = new ApiClient(server.Address, ServerLaunch.Token);
        var annotating = Annotator.SubmitSteadilyAsync(annotator, tasks, TimeSpan.FromMilliseconds(20), submits, deleted.Token);
        // A half of it, picked by a filter.
        var middle = (await admin.GetAsync($"/api/tasks/?project={project}&page={plan.Tasks / 2}&page_size=1&include=id", cancellation)).GetProperty("tasks")[0].GetProperty("id").GetInt64();
        var filters = new { conjunction = "and", items = new[] { new { filter = "filter:tasks:id", @operator = "less_or_equal", type = "Number", value = middle } } };
        var started = Stopwatch.GetTimestamp();
        var answer = await admin.PostAsync(
            $"/api/dm/actions/?id=delete_tasks&project={project}", new { filters, selectedItems = new { all = true, excluded = Array.Empty<long>() } }, cancellation);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await deleted.CancelAsync();
        await annotating;
        Add($"delete {plan.Tasks / 2} tasks, annotators working", answer.GetProperty("processed_items").GetInt64() / seconds, 200_000, Unit.PerSecond);
        Add("submit during the deletion, p50", submits.Percentile(0.5), 20, Unit.Milliseconds);
        Add("submit during the deletion, p99", submits.Percentile(0.99), 100, Unit.Milliseconds);
        Add("submit during the deletion, longest", submits.Longest, 500, Unit.Milliseconds);
    }

    private static async Task<string> InviteAsync(RunningServer server, ApiClient admin, int number, CancellationToken cancellation)
    {
        var invitation = (await admin.GetAsync("/api/invite", cancellation)).GetProperty("invite_url").GetString()!;
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = server.Address };
        var fields = new Dictionary<string, string> { ["email"] = $"annotator{number}@example.com", ["password"] = "Passw0rd!x" };
        using var signedUp = await browser.PostAsync(invitation, new FormUrlEncodedContent(fields), cancellation);
        var token = await browser.GetStringAsync("/api/current-user/token", cancellation);
        return JsonDocument.Parse(token).RootElement.GetProperty("token").GetString()!;
    }

    private static async Task<long> CreateProjectAsync(ApiClient admin, string title, CancellationToken cancellation, string config = Config) =>
        (await admin.PostAsync("/api/projects/", new { title, label_config = config }, cancellation)).GetProperty("id").GetInt64();

    private static async Task<long[]> ImportWithIdsAsync(ApiClient admin, long project, int count, CancellationToken cancellation)
    {
        var reply = await admin.PostAsync($"/api/projects/{project}/import?return_task_ids=true", new TaskBody(count), cancellation);
        return [.. reply.GetProperty("task_ids").EnumerateArray().Select(id => id.GetInt64())];
    }

    private static async Task<Latencies> RepeatAsync<T>(int times, Func<int, Task<T>> request)
    {
        var latencies = new Latencies();
        await request(0);
        for (var number = 0; number < times; number++) await latencies.TimeAsync(() => request(number));
        return latencies;
    }

    private bool Wanted(Promise promise) => plan.Promises.Contains(promise);

    private void Add(string what, double value, double budget, Unit unit)
    {
        var measurement = new Measurement(what, value, budget, unit);
        measurements.Add(measurement);
        Console.WriteLine($"{what}: {measurement.ValueText} ({measurement.BudgetText})");
    }
}
