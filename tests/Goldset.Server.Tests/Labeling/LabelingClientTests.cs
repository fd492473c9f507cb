using System.Net.Http.Json;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Labeling;

/// <summary>What a labeling client needs to lose nothing: a task fetched ahead, and no version overwritten unseen.</summary>
public class LabelingClientTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task A_task_can_be_fetched_ahead_and_keeps_its_place(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var tasks = new long[3];
        for (var i = 0; i < tasks.Length; i++)
            tasks[i] = (await server.Admin.PostAsync("/api/tasks/", new { project, data = new { text = $"text {i}" } })).ShouldHaveStatus(201).Id;
        var colleague = await server.InviteAsync($"ahead-{engine}@example.com");

        var open = (await server.Admin.GetAsync($"/api/projects/{project}/next/")).Id;
        var ahead = (await server.Admin.GetAsync($"/api/projects/{project}/next/?except={open}")).Id;
        var ofColleague = (await colleague.GetAsync($"/api/projects/{project}/next/")).Id;
        var openAgain = (await server.Admin.GetAsync($"/api/projects/{project}/next/")).Id;

        (open, ahead, ofColleague, openAgain).ShouldBe((tasks[0], tasks[1], tasks[2], tasks[0]));
        (await server.Admin.GetAsync($"/api/projects/{project}/next/?except={open},{ahead}")).ShouldHaveStatus(404);
    }

    [Theory, EachEngine]
    public async Task A_change_based_on_an_older_version_is_refused(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var task = (await server.Admin.PostAsync("/api/tasks/", new { project, data = new { text = "a" } })).Id;
        var annotation = $"/api/annotations/{await server.Admin.AnnotateAsync(task)}/";
        var draft = $"/api/drafts/{(await server.Admin.PostAsync($"/api/tasks/{task}/drafts", new { result = Array.Empty<object>() })).Id}/";

        foreach (var path in new[] { annotation, draft })
        {
            var opened = (await server.Admin.GetAsync(path)).Json["updated_at"]!.GetValue<string>();

            var first = (await PatchAsync(server.Admin, path, opened, 1)).ShouldHaveStatus(200);
            (await PatchAsync(server.Admin, path, opened, 2)).ShouldHaveStatus(412);

            (await server.Admin.GetAsync(path)).Json["lead_time"]!.GetValue<double>().ShouldBe(1);
            (await PatchAsync(server.Admin, path, first.Json["updated_at"]!.GetValue<string>(), 3)).ShouldHaveStatus(200);
        }
    }

    private static Task<ApiReply> PatchAsync(ApiClient client, string path, string basedOn, double leadTime)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(new { lead_time = leadTime }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{basedOn}\"");
        return client.SendAsync(request);
    }
}
