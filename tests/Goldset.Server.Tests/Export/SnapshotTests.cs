using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Storages;

namespace Goldset.Server.Tests.Export;

/// <summary>Exports that are made in the background and kept.</summary>
public sealed class SnapshotTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task Holds_the_tasks_of_a_tab_as_they_were(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 20);
        var filters = new { conjunction = "and", items = new[] { new { filter = "filter:tasks:data.text", @operator = "contains", type = "String", value = "TEXT 1" } } };
        var view = (await server.Admin.PostAsync("/api/dm/views/", new { project, data = new { title = "Tab", filters, selectedItems = new { all = true, excluded = new[] { tasks[9] } } } })).ShouldHaveStatus(201).Id;

        var snapshot = await SnapshotAsync(server.Admin, project, new { task_filter_options = new { view } });

        snapshot["counters"]!["task_number"]!.GetValue<int>().ShouldBe(10);
        await server.Admin.PatchAsync($"/api/tasks/{tasks[0]}/", new { data = new { text = "changed" } });
        long[] expected = [tasks[0], .. tasks[10..19]];
        var exported = (await DownloadAsync(server.Admin, project, snapshot)).Json.AsArray();
        exported.Select(task => task!["id"]!.GetValue<long>()).ShouldBe(expected);
        exported[0]!["data"]!["text"]!.GetValue<string>().ShouldBe("text 1");
        (await DownloadAsync(server.Admin, project, snapshot, "CSV")).Text.ShouldContain("\"text 1\"");
    }

    [Theory, EachEngine]
    public async Task Filters_hold_together_and_leave_out_tasks_whose_annotations_are_left_out(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 4);
        var usual = await server.Admin.AnnotateAsync(tasks[0]);
        await server.Admin.AnnotateAsync(tasks[1]);
        (await server.Admin.PostAsync($"/api/tasks/{tasks[1]}/annotations/", new { result = Array.Empty<object>(), was_cancelled = true })).ShouldHaveStatus(201);
        var truth = (await server.Admin.PostAsync($"/api/tasks/{tasks[2]}/annotations/", new { result = Array.Empty<object>(), ground_truth = true })).ShouldHaveStatus(201).Id;

        (await IdsAsync(new { task_filter_options = new { annotated = "exclude" } })).ShouldBe([tasks[3]]);
        (await IdsAsync(new { task_filter_options = new { annotated = "only", skipped = "exclude", finished = "only" } })).ShouldBe([tasks[0], tasks[2]]);
        (await IdsAsync(new { task_filter_options = new { skipped = "only" } })).ShouldBe([tasks[1]]);
        (await IdsAsync(new { task_filter_options = new { only_with_annotations = true }, annotation_filter_options = new { usual = false, ground_truth = true } })).ShouldBe([tasks[2]]);
        (await AnnotationsAsync(new { annotation_filter_options = new { skipped = false }, task_filter_options = new { skipped = "exclude" } })).ShouldBe([usual]);
        (await AnnotationsAsync(new { annotation_filter_options = new { ground_truth = true }, task_filter_options = new { skipped = "exclude" } })).ShouldBe([usual, truth]);

        async Task<long[]> IdsAsync(object request) => Ids((await ExportAsync(request)).AsArray());
        async Task<long[]> AnnotationsAsync(object request) => Ids((await ExportAsync(request)).AsArray().SelectMany(task => task!["annotations"]!.AsArray()));
        async Task<JsonNode> ExportAsync(object request) => (await DownloadAsync(server.Admin, project, await SnapshotAsync(server.Admin, project, request))).Json;
        static long[] Ids(IEnumerable<JsonNode?> objects) => [.. objects.Select(item => item!["id"]!.GetValue<long>())];
    }

    [Theory, EachEngine]
    public async Task Drafts_are_ids_or_whole(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var task = (await server.Admin.ImportTextsAsync(project, 1))[0];
        var draft = (await server.Admin.PostAsync($"/api/tasks/{task}/drafts", new { result = Array.Empty<object>() })).ShouldHaveStatus(201).Id;

        (await DraftAsync(new { })).GetValue<long>().ShouldBe(draft);
        (await DraftAsync(new { serialization_options = new { drafts = new { only_id = true } } })).GetValue<long>().ShouldBe(draft);
        (await DraftAsync(new { serialization_options = new { drafts = new { } } }))["user"]!.GetValue<string>().ShouldBe("admin@example.com");

        async Task<JsonNode> DraftAsync(object request) => (await DownloadAsync(server.Admin, project, await SnapshotAsync(server.Admin, project, request))).Json[0]!["drafts"]![0]!;
    }

    [Theory, EachEngine]
    public async Task A_download_goes_on_where_it_was_interrupted(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        await server.Admin.ImportTextsAsync(project, 50);
        var snapshot = await SnapshotAsync(server.Admin, project, new { });
        (await server.Admin.PostAsync($"{Address(project, snapshot)}/convert", new { export_type = "CSV" })).ShouldHaveStatus(200);
        foreach (var type in (string[])["JSON", "CSV"])
        {
            var whole = await DownloadAsync(server.Admin, project, snapshot, type);
            whole.Headers["Accept-Ranges"].ShouldBe("bytes");
            var name = $"project-{project}-at-{snapshot["created_at"]!.GetValue<string>()[..16].Replace('T', '-').Replace(':', '-')}-{snapshot["md5"]!.GetValue<string>()[..8]}.{type.ToLowerInvariant()}";
            whole.Headers["Content-Disposition"].ShouldBe($"attachment; filename=\"{name}\"");
            if (type == "JSON") Convert.ToHexStringLower(MD5.HashData(whole.Bytes)).ShouldBe(snapshot["md5"]!.GetValue<string>());

            var rest = await RangeAsync(100, whole.Headers["ETag"]);

            rest.Status.ShouldBe(206);
            rest.Bytes.ShouldBe(whole.Bytes[100..]);
            (await RangeAsync(100, "\"of-another-file\"")).ShouldHaveStatus(200).Bytes.ShouldBe(whole.Bytes);
            (await RangeAsync(whole.Bytes.Length, whole.Headers["ETag"])).Status.ShouldBe(416);

            Task<ApiReply> RangeAsync(int from, string tag)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, $"{Address(project, snapshot)}/download?exportType={type}");
                request.Headers.Range = new RangeHeaderValue(from, null);
                request.Headers.IfRange = new RangeConditionHeaderValue(tag);
                return server.Admin.SendAsync(request);
            }
        }
    }

    [Theory, EachEngine]
    public async Task A_conversion_that_fails_says_why_and_may_be_tried_again(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync("<View></View>");
        await server.Admin.ImportTextsAsync(project, 1);
        var snapshot = await SnapshotAsync(server.Admin, project, new { });

        for (var round = 1; round <= 2; round++)
        {
            (await server.Admin.PostAsync($"{Address(project, snapshot)}/convert", new { export_type = "COCO" })).ShouldHaveStatus(200);
            await Storing.UntilAsync(async () => (await ConversionsAsync()).All(c => c!["status"]!.GetValue<string>() == "failed"));
            var conversions = await ConversionsAsync();
            conversions.Count.ShouldBe(round);
            conversions[^1]!["traceback"]!.GetValue<string>().ShouldContain("does not fit this project");
        }

        (await server.Admin.GetAsync($"{Address(project, snapshot)}/download?exportType=COCO")).ShouldHaveStatus(400);

        async Task<JsonArray> ConversionsAsync() => (await server.Admin.GetAsync(Address(project, snapshot))).Json["converted_formats"]!.AsArray();
    }

    [Theory, EachEngine]
    public async Task Deleting_takes_the_files_along(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        await server.Admin.ImportTextsAsync(project, 1);
        var kept = await SnapshotAsync(server.Admin, project, new { });
        var snapshot = await SnapshotAsync(server.Admin, project, new { });
        (await server.Admin.PostAsync($"{Address(project, snapshot)}/convert", new { export_type = "CSV" })).ShouldHaveStatus(200);
        var folder = Path.Combine(server.Options.MediaDirectory, "export", $"{project}");
        Directory.GetFiles(folder).Length.ShouldBe(3);

        (await server.Admin.DeleteAsync(Address(project, snapshot))).ShouldHaveStatus(204);

        Directory.GetFiles(folder).Length.ShouldBe(1);
        (await server.Admin.GetAsync(Address(project, snapshot))).ShouldHaveStatus(404).Detail.ShouldBe("No Export matches the given query.");
        (await server.Admin.GetAsync($"{Address(project, kept)}/download")).ShouldHaveStatus(200);
    }

    [Theory, EachEngine]
    public async Task Belongs_to_its_project_and_to_those_who_manage_it(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var other = await server.Admin.CreateProjectAsync();
        var snapshot = await SnapshotAsync(server.Admin, project, new { });
        var annotator = await server.InviteAsync("annotator@example.com");
        var stranger = await server.SignUpAsync("stranger@example.com");

        foreach (var below in (string[])["", "/download"])
        {
            (await server.Admin.GetAsync(Address(project, snapshot) + below)).ShouldHaveStatus(200);
            (await server.Admin.GetAsync(Address(other, snapshot) + below)).ShouldHaveStatus(404);
            (await annotator.GetAsync(Address(project, snapshot) + below)).ShouldHaveStatus(403);
            (await stranger.GetAsync(Address(project, snapshot) + below)).ShouldHaveStatus(404);
        }
        (await server.Admin.PostAsync($"{Address(other, snapshot)}/convert", new { export_type = "CSV" })).ShouldHaveStatus(404);
        (await server.Admin.DeleteAsync(Address(other, snapshot))).ShouldHaveStatus(404);
        (await stranger.GetAsync($"/api/projects/{project}/exports/")).ShouldHaveStatus(404);
        (await annotator.PostAsync($"/api/projects/{project}/exports/", new { })).ShouldHaveStatus(403);
    }

    [Theory, EachEngine]
    public async Task A_proxy_is_told_who_may_have_a_file(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var stranger = await server.SignUpAsync("stranger@example.com");

        (await AskAsync(server.Admin, $"/export/project-{project}-at-2026-01-01-00-00-0123abcd.json")).ShouldHaveStatus(200).Detail.ShouldBe("auth ok");
        (await AskAsync(server.Admin, $"/export/{project}-at-2026-01-01-00-00.json")).ShouldHaveStatus(200);
        (await AskAsync(stranger, $"/export/project-{project}-at-2026-01-01-00-00-0123abcd.json")).ShouldHaveStatus(404);
        (await AskAsync(server.Admin, "/export/other.json")).ShouldHaveStatus(422).Detail.ShouldBe("Incorrect filename in export");
        (await AskAsync(server.Admin, "/data/1-")).ShouldHaveStatus(422);

        static Task<ApiReply> AskAsync(ApiClient client, string address)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/export/");
            request.Headers.Add("X-Original-URI", address);
            return client.SendAsync(request);
        }
    }

    private static string Address(long project, JsonNode snapshot) => $"/api/projects/{project}/exports/{snapshot["id"]}";

    /// <summary>Makes a snapshot and gives it as it is when it is complete.</summary>
    private static async Task<JsonNode> SnapshotAsync(ApiClient client, long project, object request)
    {
        var snapshot = (await client.PostAsync($"/api/projects/{project}/exports/", request)).ShouldHaveStatus(201).Json;
        if (snapshot["status"]!.GetValue<string>() is "created" or "in_progress")
            await Storing.UntilAsync(async () => (snapshot = (await client.GetAsync(Address(project, snapshot))).Json)["status"]!.GetValue<string>() is not ("created" or "in_progress"));
        snapshot["status"]!.GetValue<string>().ShouldBe("completed");
        return snapshot;
    }

    private static async Task<ApiReply> DownloadAsync(ApiClient client, long project, JsonNode snapshot, string type = "JSON") =>
        (await client.GetAsync($"{Address(project, snapshot)}/download?exportType={type}")).ShouldHaveStatus(200);
}
