using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Labeling;

/// <summary>Submits that arrive together: each has its own outcome, and the numbers of their tasks and projects are right afterwards.</summary>
public class ManySubmitsTests(TestServers servers)
{
    private const int Tasks = 20;

    [Theory, EachEngine]
    public async Task Each_counts_once_and_fails_alone(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var projects = new[] { await server.Admin.CreateProjectAsync(), await server.Admin.CreateProjectAsync() };
        var tasks = new List<long>();
        foreach (var project in projects)
            for (var i = 0; i < Tasks; i++)
                tasks.Add((await server.Admin.PostAsync("/api/tasks/", new { project, data = new { text = "a" } })).ShouldHaveStatus(201).Id);
        var sameId = Guid.NewGuid();
        var drafts = new long[Tasks];
        for (var i = 0; i < Tasks; i++) drafts[i] = (await server.Admin.PostAsync($"/api/tasks/{tasks[i]}/drafts", new { result = Chosen("draft") })).ShouldHaveStatus(201).Id;

        // Two for each task of both projects, the first with a draft for half of them, and among them those that must be refused.
        var good = tasks.SelectMany((task, i) => new[]
        {
            SubmitAsync(task, new { result = Chosen("yes"), draft_id = i < Tasks ? drafts[i] : (long?)null }),
            SubmitAsync(task, new { result = Chosen("no") }),
        });
        var bad = tasks.Take(5).SelectMany(task => new[]
        {
            SubmitAsync(task, new { result = Chosen("bad"), parent_prediction = 987654321 }),
            SubmitAsync(task + 1_000_000, new { result = Chosen("bad") }),
        });
        var twins = tasks.Take(2).Select(task => SubmitAsync(task, new { result = Chosen("twin"), unique_id = sameId }));
        var replies = await Task.WhenAll(good.Concat(bad).Concat(twins));

        replies.Take(4 * Tasks).ShouldAllBe(reply => reply.Status == 201);
        replies.Skip(4 * Tasks).Take(10).Select(reply => reply.Status).ShouldBe([400, 404, 400, 404, 400, 404, 400, 404, 400, 404]);
        replies.TakeLast(2).Select(reply => reply.Status).Order().ShouldBe([201, 409]);
        replies.Where(reply => reply.Status == 201).Select(reply => reply.Id).Distinct().Count().ShouldBe(4 * Tasks + 1);
        foreach (var reply in replies.Take(4 * Tasks).Where(reply => reply.Json["result"]!.ToJsonString().Contains("yes", StringComparison.Ordinal)))
            (await server.Admin.GetAsync($"/api/annotations/{reply.Id}/")).Json["result"]!.ToJsonString().ShouldContain("yes");

        var twinProject = replies.TakeLast(2).Single(reply => reply.Status == 201).Json["project"]!.GetValue<long>();
        foreach (var project in projects)
        {
            var twin = project == twinProject ? 1 : 0;
            var numbers = (await server.Admin.GetAsync($"/api/projects/{project}/")).Json;
            numbers["total_annotations_number"]!.GetValue<int>().ShouldBe(2 * Tasks + twin);
            numbers["finished_task_number"]!.GetValue<int>().ShouldBe(Tasks);
            numbers["num_tasks_with_annotations"]!.GetValue<int>().ShouldBe(Tasks);
            var summary = (await server.Admin.GetAsync($"/api/projects/{project}/summary/")).Json;
            summary["created_labels"]!["choice"]!["yes"]!.GetValue<int>().ShouldBe(Tasks);
            summary["created_labels"]!["choice"]!["no"]!.GetValue<int>().ShouldBe(Tasks);
            summary["created_labels"]!["choice"]!["bad"].ShouldBeNull();
            summary["created_labels_drafts"]!.AsObject().ShouldBeEmpty();
        }
        foreach (var task in tasks.Skip(2)) (await server.Admin.GetAsync($"/api/tasks/{task}/")).Json["total_annotations"]!.GetValue<int>().ShouldBe(2);

        Task<ApiReply> SubmitAsync(long task, object body) => server.Admin.PostAsync($"/api/tasks/{task}/annotations/", body);
    }

    private static object[] Chosen(string choice) =>
        [new { from_name = "choice", to_name = "text", type = "choices", value = new { choices = new[] { choice } } }];
}
