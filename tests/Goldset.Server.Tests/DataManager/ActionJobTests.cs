using System.Net.Http.Json;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Goldset.Server.Tests.Storages;

namespace Goldset.Server.Tests.DataManager;

/// <summary>Actions on many tasks that are answered before they are done.</summary>
public sealed class ActionJobTests(TestServers servers)
{
    private const int Many = 2500;

    [Theory, EachEngine]
    public async Task An_action_on_many_tasks_is_done_as_a_job(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        var tasks = await admin.ImportTextsAsync(project, Many + 2);

        var queued = (await admin.SendAsync(Request(project, "delete_tasks", new { selectedItems = new { all = true, excluded = tasks.TakeLast(2) } }))).ShouldHaveStatus(202);

        queued.Headers["Location"].ShouldBe($"/api/projects/{project}/jobs/{queued.Json["job"]}/");
        // What comes later was not selected.
        await admin.ImportTextsAsync(project, 1);
        var ended = await admin.EndOfImportAsync(queued.Headers["Location"]);
        ended["status"]!.GetValue<string>().ShouldBe("completed");
        ended["title"]!.GetValue<string>().ShouldBe("Delete Tasks");
        ended["done"]!.GetValue<int>().ShouldBe(Many);
        ended["total"]!.GetValue<int>().ShouldBe(Many);
        ended["result"]!.ToJsonString().ShouldBe($$"""{"processed_items":{{Many}},"reload":false,"detail":"Deleted {{Many}} tasks"}""");
        (await admin.TaskNumberAsync(project)).ShouldBe(3);
        (await admin.GetAsync($"/api/projects/{project}/summary/")).Json["all_data_columns"]!.ToJsonString().ShouldBe("""{"text":3}""");
        (await admin.GetAsync($"/api/projects/{project}/trash/")).Json["count"]!.GetValue<int>().ShouldBe(Many);
        (await admin.PostAsync($"/api/projects/{project}/trash/restore/", new { })).ShouldHaveStatus(200).Json["restored"]!.GetValue<int>().ShouldBe(Many);
        (await admin.TaskNumberAsync(project)).ShouldBe(Many + 3);
        (await admin.GetAsync($"/api/projects/{project}/summary/")).Json["all_data_columns"]!.ToJsonString().ShouldBe($$"""{"text":{{Many + 3}}}""");
    }

    [Theory, EachEngine]
    public async Task Each_action_comes_to_the_same_as_a_job(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        var tasks = await admin.ImportTextsAsync(project, Many);
        var source = await admin.AnnotateAsync(tasks[0]);
        foreach (var (action, form, answer) in ((string, object, string)[])[
            ("propagate_annotations", new { source_annotation_id = source }, $$"""{"detail":"Created {{Many - 1}} annotations"}"""),
            ("rename_labels", new { control_tag = "label", old_label_name = "pos", new_label_name = "neg" }, $$"""{"detail":"Updated {{Many}} labels in {{Many}}"}"""),
            ("add_data_field", new { value_name = "place", value_type = "Expression", value = "range(7)" }, $$"""{"detail":"Updated {{Many}} tasks"}"""),
            ("cache_labels", new { control_tag = "ALL" }, "{}"),
            ("duplicate_tasks", new { target_project = $"{project}" }, $$"""{"processed_items":{{Many}},"detail":"Duplicated {{Many}} tasks"}"""),
            ("remove_duplicates", new { }, "{}"),
            ("delete_tasks_annotations", new { }, $$"""{"processed_items":{{Many}},"detail":"Deleted {{Many}} annotations"}"""),
        ])
        {
            var ended = await admin.EndOfImportAsync((await admin.SendAsync(Request(project, action, form))).ShouldHaveStatus(202).Headers["Location"]);
            ended["error"].ShouldBeNull();
            ended["result"]!.ToJsonString().ShouldBe(answer);
        }

        (await admin.DataAsync(project)).ShouldBe(Enumerable.Range(0, Many).Select(place => $$"""{"text":"text {{place + 1}}","place":{{place + 7}},"cache_all":"neg: 1"}"""));
    }

    [Theory, EachEngine]
    public async Task What_a_cancelled_action_has_done_stays_and_all_counts_are_right(Engine engine)
    {
        const int Tasks = 20_000;
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        var source = await admin.AnnotateAsync((await admin.ImportTextsAsync(project, Tasks))[0]);
        var job = (await admin.SendAsync(Request(project, "propagate_annotations", new { source_annotation_id = source }))).ShouldHaveStatus(202).Headers["Location"];
        await Storing.UntilAsync(async () => (await admin.GetAsync(job)).Json["done"]!.GetValue<long>() > 0);

        var cancelled = (await admin.PostAsync($"{job}cancel/", new { })).ShouldHaveStatus(200).Json;

        cancelled["status"]!.GetValue<string>().ShouldBe("cancelled");
        var labeled = Uri.EscapeDataString("""{"filters":{"conjunction":"and","items":[{"filter":"filter:tasks:total_annotations","operator":"equal","type":"Number","value":1}]}}""");
        var list = (await admin.GetAsync($"/api/tasks/?project={project}&page_size=1&query={labeled}")).Json;
        var done = list["total"]!.GetValue<int>();
        done.ShouldBeInRange(2, Tasks - 1);
        var counts = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        foreach (var counter in (string[])["total_annotations_number", "num_tasks_with_annotations", "useful_annotation_number", "finished_task_number"])
            counts[counter]!.GetValue<int>().ShouldBe(done, counter);
        (await admin.GetAsync($"/api/projects/{project}/summary/")).Json["created_annotations"]!.AsObject().Single().Value!.GetValue<int>().ShouldBe(done);
    }

    [Theory, EachEngine]
    public async Task Few_tasks_are_done_at_once_and_a_wrong_form_fails_the_job(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        await admin.ImportTextsAsync(project, Many);

        var wrong = await admin.EndOfImportAsync((await admin.SendAsync(Request(project, "add_data_field", new { value_type = "String" }))).ShouldHaveStatus(202).Headers["Location"]);
        wrong["status"]!.GetValue<string>().ShouldBe("failed");
        wrong["validation_errors"]!.ToJsonString().ShouldBe("""{"value_name":["This field is required."]}""");

        var few = await admin.CreateProjectAsync();
        await admin.ImportTextsAsync(few, 2);
        (await admin.SendAsync(Request(few, "delete_tasks", new { }))).ShouldHaveStatus(200).Json["processed_items"]!.GetValue<int>().ShouldBe(2);
    }

    private static HttpRequestMessage Request(long project, string action, object body) =>
        new HttpRequestMessage(HttpMethod.Post, $"/api/dm/actions/?id={action}&project={project}") { Content = JsonContent.Create(body) }.RespondAsync();
}
