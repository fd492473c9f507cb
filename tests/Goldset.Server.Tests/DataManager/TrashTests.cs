using Dapper;
using Goldset.Data;
using Goldset.Server.Tasks;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.DataManager;

/// <summary>What becomes of deleted tasks and projects.</summary>
public class TrashTests(TestServers servers)
{
    private static readonly string[] Counters =
        ["task_number", "total_annotations_number", "finished_task_number", "num_tasks_with_annotations", "useful_annotation_number", "total_predictions_number"];

    [Theory, EachEngine]
    public async Task Deleted_tasks_come_back_with_their_work(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        var tasks = await admin.ImportTextsAsync(project, 1200);
        await admin.AnnotateAsync(tasks[0]);
        await admin.AnnotateAsync(tasks[5]);
        var before = await StateAsync(admin, project);

        (await admin.ActAsync(project, "delete_tasks")).Detail.ShouldBe("Deleted 1200 tasks");
        var trash = (await admin.GetAsync($"/api/projects/{project}/trash/?page_size=2")).ShouldHaveStatus(200).Json;
        trash["count"]!.GetValue<int>().ShouldBe(1200);
        trash["results"]![0]!["data"]!["text"]!.GetValue<string>().ShouldBe("text 1");
        (await admin.PostAsync($"/api/projects/{project}/trash/restore/", new { tasks = new[] { tasks[5], tasks[5], 999_999_999 } })).ShouldHaveStatus(200)
            .Json["restored"]!.GetValue<int>().ShouldBe(1);
        (await admin.TasksAsync(project)).Single()["annotations"]!.AsArray().Count.ShouldBe(1);
        (await admin.PostAsync($"/api/projects/{project}/trash/restore/", new { })).Json["restored"]!.GetValue<int>().ShouldBe(1199);

        (await StateAsync(admin, project)).ShouldBe(before);
        (await admin.GetAsync($"/api/projects/{project}/trash/")).Json["count"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task The_trash_is_of_the_managers_of_the_organization(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 1);
        await server.Admin.ActAsync(project, "delete_tasks");
        var stranger = await server.SignUpAsync("stranger@example.com");
        var own = await stranger.CreateProjectAsync();
        var annotator = await server.InviteAsync("annotator@example.com");

        (await stranger.GetAsync($"/api/projects/{project}/trash/")).ShouldHaveStatus(404);
        (await annotator.GetAsync($"/api/projects/{project}/trash/")).ShouldHaveStatus(403);
        (await annotator.PostAsync($"/api/projects/{project}/trash/restore/", new { })).ShouldHaveStatus(403);
        (await stranger.PostAsync($"/api/projects/{own}/trash/restore/", new { tasks })).Json["restored"]!.GetValue<int>().ShouldBe(0);
        (await server.Admin.GetAsync($"/api/projects/{project}/trash/")).Json["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task After_thirty_days_it_is_gone_for_good(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var admin = server.Admin;
        var database = server.Services.GetRequiredService<Database>();
        var (kept, old) = (await admin.CreateProjectAsync(), await admin.CreateProjectAsync());
        var tasks = await admin.ImportTextsAsync(kept, 4);
        foreach (var task in tasks) await admin.AnnotateAsync(task);
        (await admin.UploadAsync($"/api/projects/{old}/import", "a.csv", "text\nfirst\nsecond\n"u8.ToArray())).ShouldHaveStatus(201);
        await admin.AnnotateAsync((await admin.TasksAsync(old))[0]["id"]!.GetValue<long>());
        await admin.ActAsync(kept, "delete_tasks", new { selectedItems = new { all = false, included = tasks[..2] } });
        await admin.DeleteAsync($"/api/projects/{old}/");
        var files = Directory.GetFiles(server.Options.MediaDirectory, "*.csv", SearchOption.AllDirectories);
        await server.Services.GetRequiredService<TrashPurge>().PurgeAsync(TestContext.Current.CancellationToken);
        (await CountAsync(database, "tasks")).ShouldBe(6, "nothing is old yet");
        var longAgo = Timestamp.Now(TimeProvider.System).Add(-TimeSpan.FromDays(30.1));
        await database.WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync(
            $"UPDATE {(tx.Dialect.MarksDeletedTasks ? "tasks SET deleted_at = @longAgo WHERE id" : "deleted_tasks SET deleted_at = @longAgo WHERE task_id")} = @id; UPDATE projects SET deleted_at = @longAgo WHERE id = @old", new { longAgo, id = tasks[0], old }), default);

        await server.Services.GetRequiredService<TrashPurge>().PurgeAsync(TestContext.Current.CancellationToken);

        (await CountAsync(database, "tasks")).ShouldBe(3);
        (await CountAsync(database, "annotations")).ShouldBe(3);
        (await CountAsync(database, "projects")).ShouldBe(1);
        (await CountAsync(database, "project_counts")).ShouldBe(1);
        (await CountAsync(database, "file_uploads")).ShouldBe(0);
        files.Length.ShouldBe(1);
        File.Exists(files[0]).ShouldBeFalse();
        (await admin.TaskNumberAsync(kept)).ShouldBe(2);
        (await admin.PostAsync($"/api/projects/{kept}/trash/restore/", new { tasks })).Json["restored"]!.GetValue<int>().ShouldBe(1);
        (await admin.TaskNumberAsync(kept)).ShouldBe(3);
    }

    private static async Task<string> StateAsync(ApiClient client, long project)
    {
        var counters = (await client.GetAsync($"/api/projects/{project}/")).Json;
        return string.Join(',', Counters.Select(counter => counters[counter]!.ToJsonString())) + (await client.GetAsync($"/api/projects/{project}/summary/")).Text;
    }

    private static async Task<long> CountAsync(Database database, string table)
    {
        await using var connection = await database.ReadAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}");
    }
}
