using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Goldset.Server.Tests.Webhooks;

namespace Goldset.Server.Tests.DataManager;

/// <summary>Actions on many tasks, beyond what the recorded exchanges show.</summary>
public class ActionTests(TestServers servers)
{
    private const string Polygons = """
        <View><Image name="image" value="$image"/><PolygonLabels name="area" toName="image"><Label value="road"/><Label value="house"/></PolygonLabels>
        <Taxonomy name="kind" toName="image"><Choice value="A"><Choice value="B"/></Choice></Taxonomy>
        <Taxonomy name="path" toName="image" showFullPath="true" pathSeparator=" > "><Choice value="A"><Choice value="B"/></Choice></Taxonomy></View>
        """;

    [Theory, EachEngine]
    public async Task A_filter_an_order_and_exceptions_say_which_tasks_and_in_which_order(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        var tasks = await admin.ImportAsync(project, new[] { new { text = "cat" }, new { text = "dog" }, new { text = "cow" }, new { text = "cod" } });

        var done = await admin.ActAsync(project, "add_data_field", new
        {
            filters = new { conjunction = "and", items = new[] { new { filter = "filter:tasks:data.text", @operator = "contains", type = "String", value = "c" } } },
            ordering = new[] { "-tasks:id" },
            selectedItems = new { all = true, excluded = new[] { tasks[2] } },
            value_name = "n",
            value_type = "Expression",
            value = "range(7)",
        });

        done.ShouldHaveStatus(200).Detail.ShouldBe("Updated 2 tasks");
        (await admin.DataAsync(project)).ShouldBe(["""{"text":"cat","n":8}""", """{"text":"dog"}""", """{"text":"cow"}""", """{"text":"cod","n":7}"""]);
        var summary = (await admin.GetAsync($"/api/projects/{project}/summary/")).Json;
        summary["all_data_columns"]!["n"]!.GetValue<int>().ShouldBe(2);
        summary["common_data_columns"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task Thousands_of_predictions_become_annotations_once(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        await using var receiver = await Peer.StartAsync();
        var project = await admin.CreateProjectAsync();
        await admin.ImportAsync(project, Enumerable.Range(0, 2100).Select(i => new { data = new { text = $"text {i}" }, predictions = new[] { new { model_version = i % 2 == 0 ? "even" : "odd", result = Choice("pos") } } }));
        (await admin.PostAsync("/api/webhooks/", new { project, url = receiver.Address, send_for_all_actions = false, actions = new[] { "ANNOTATIONS_CREATED" } })).ShouldHaveStatus(201);

        (await admin.ActAsync(project, "predictions_to_annotations", new { model_version = "even" })).Detail.ShouldBe("Created 1050 annotations");
        (await admin.ActAsync(project, "predictions_to_annotations")).Detail.ShouldBe("Created 1050 annotations");
        (await admin.ActAsync(project, "predictions_to_annotations")).Detail.ShouldBe("Created 0 annotations");

        var counters = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        foreach (var counter in new[] { "total_annotations_number", "finished_task_number", "num_tasks_with_annotations", "useful_annotation_number", "total_predictions_number" })
            counters[counter]!.GetValue<int>().ShouldBe(2100, counter);
        var summary = (await admin.GetAsync($"/api/projects/{project}/summary/")).Json;
        summary["created_labels"]!["label"]!["pos"]!.GetValue<int>().ShouldBe(2100);
        // A message a batch, and how many tasks a batch has depends on how fast it goes.
        var told = 0;
        while (told < 2100) told += (await receiver.TakeAsync()).Body!["annotation"]!.AsArray().Count;
        told.ShouldBe(2100);

        (await admin.ActAsync(project, "delete_tasks_predictions")).Detail.ShouldBe("Deleted 2100 predictions");
        (await admin.ActAsync(project, "delete_tasks_annotations")).Detail.ShouldBe("Deleted 2100 annotations");
        var emptied = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        foreach (var counter in new[] { "total_annotations_number", "finished_task_number", "num_tasks_with_annotations", "useful_annotation_number", "total_predictions_number" })
            emptied[counter]!.GetValue<int>().ShouldBe(0, counter);
        (await admin.ActAsync(project, "delete_tasks")).Detail.ShouldBe("Deleted 2100 tasks");
        (await admin.GetAsync($"/api/projects/{project}/summary/")).Json["all_data_columns"]!.AsObject().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task People_go_on_labeling_while_an_action_runs(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        var tasks = await admin.ImportAsync(project, Enumerable.Range(0, 3000).Select(i => new { data = new { text = $"text {i}" }, predictions = new[] { new { result = Choice("neg") } } }));

        var action = admin.ActAsync(project, "predictions_to_annotations");
        foreach (var chunk in tasks.Where((_, i) => i % 50 == 0).Chunk(8)) await Task.WhenAll(chunk.Select(task => admin.AnnotateAsync(task)));
        (await action).ShouldHaveStatus(200).Detail.ShouldBe("Created 3000 annotations");

        var counters = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        counters["total_annotations_number"]!.GetValue<int>().ShouldBe(3060);
        counters["finished_task_number"]!.GetValue<int>().ShouldBe(3000);
        (await admin.GetAsync($"/api/tasks?project={project}&page_size=1")).Json["total_annotations"]!.GetValue<int>().ShouldBe(3060);
    }

    [Theory, EachEngine]
    public async Task Of_equal_tasks_the_annotated_one_stays_with_the_work_of_all(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        // The same data, written in other ways.
        var body = """[{"text": "é", "n": 1}, {"n": 1, "text": "\u00e9"}, {"text": "other"}, {"text":"é","n":1}, {"text": "é", "n": 2}]"""u8.ToArray();
        var tasks = (await admin.SendAsync(Importing.JsonRequest(project, body, "?return_task_ids=true"))).ShouldHaveStatus(201)
            .Json["task_ids"]!.AsArray().Select(id => id!.GetValue<long>()).ToArray();
        var kept = await admin.AnnotateAsync(tasks[1]);
        var moved = await admin.AnnotateAsync(tasks[3]);
        (await admin.PostAsync($"/api/tasks/{tasks[0]}/drafts", new { result = Choice("pos") })).ShouldHaveStatus(201);

        (await admin.ActAsync(project, "remove_duplicates")).ShouldHaveStatus(200).Text.ShouldBe("{}");

        var left = (await admin.GetAsync($"/api/tasks?project={project}&fields=all")).Json;
        left["tasks"]!.AsArray().Select(task => task!["id"]!.GetValue<long>()).ShouldBe([tasks[1], tasks[2], tasks[4]]);
        left["tasks"]![0]!["annotations"]!.AsArray().Select(annotation => annotation!["id"]!.GetValue<long>()).Order().ShouldBe([kept, moved]);
        left["tasks"]![0]!["drafts"]!.AsArray().Count.ShouldBe(1);
        left["total_annotations"]!.GetValue<int>().ShouldBe(2);
        var counters = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        counters["task_number"]!.GetValue<int>().ShouldBe(3);
        counters["total_annotations_number"]!.GetValue<int>().ShouldBe(2);
        counters["finished_task_number"]!.GetValue<int>().ShouldBe(1);
        (await admin.GetAsync($"/api/projects/{project}/summary/")).Json["created_labels"]!["label"]!["pos"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory, EachEngine]
    public async Task Labels_are_taken_from_any_kind_of_region(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Polygons);
        var task = (await admin.ImportAsync(project, new[] { new { image = "https://example.com/1.jpg" } })).Single();
        var result = JsonNode.Parse("""
            [{"id": "1", "from_name": "area", "to_name": "image", "type": "polygonlabels", "value": {"points": [[1, 2], [3, 4], [5, 6]], "polygonlabels": ["road"]}},
             {"id": "2", "from_name": "kind", "to_name": "image", "type": "taxonomy", "value": {"taxonomy": [["A", "B"], ["A"]]}},
             {"id": "3", "from_name": "path", "to_name": "image", "type": "taxonomy", "value": {"taxonomy": [["A", "B"]]}},
             {"id": "4", "from_name": "gone", "to_name": "image", "type": "taxonomy", "value": {"taxonomy": [["A", "B"]]}}]
            """);
        (await admin.PostAsync($"/api/tasks/{task}/annotations/", new { result })).ShouldHaveStatus(201);

        await admin.ActAsync(project, "cache_labels", new { control_tag = "ALL" });
        await admin.ActAsync(project, "cache_labels", new { control_tag = "ALL", custom_control_tag = "kind", with_counters = "No" });

        var data = (await admin.TasksAsync(project)).Single()["data"]!;
        data["cache_all"]!.GetValue<string>().ShouldBe("A: 1, A > B: 1, A/B: 1, B: 1, road: 1");
        data["cache_kind"]!.GetValue<string>().ShouldBe("A, B");
        (await admin.ActAsync(project, "cache_labels", new { source = "drafts" })).ShouldHaveStatus(400).Detail.ShouldBe("Source must be annotations or predictions");
    }

    [Theory, EachEngine]
    public async Task Expressions_give_each_task_its_value(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        await admin.ImportTextsAsync(project, 40);
        Task<ApiReply> Set(string name, string expression) => admin.ActAsync(project, "add_data_field", new { value_name = name, value_type = "Expression", value = expression });
        async Task<string[]> Values(string name) => [.. (await admin.TasksAsync(project)).Select(task => task["data"]![name]!.ToJsonString())];

        (await Set("s", "sample()")).ShouldHaveStatus(200);
        (await Set("r", "random(3, 5)")).ShouldHaveStatus(200);
        (await Set("c", "choices([\"it's\", [1], null], [0, 2, 0])")).ShouldHaveStatus(200);
        (await Set("text", "replace('text', 'number')")).ShouldHaveStatus(200);

        (await Values("s")).Select(int.Parse).Order().ShouldBe(Enumerable.Range(0, 40));
        (await Values("r")).ShouldAllBe(value => value == "3" || value == "4" || value == "5");
        (await Values("c")).ShouldAllBe(value => value == "[1]");
        (await Values("text"))[6].ShouldBe("\"number 7\"");
        (await Set("missing", "replace(\"a\", \"b\")")).Detail.ShouldBe("Updated 0 tasks");
        foreach (var wrong in new[] { "num", "range()", "range(1.5)", "sample(1)", "random(5, 3)", "random(1, 9223372036854775807)", "choices([])", "choices([1], [0])", "choices([1, 2], [1])", "replace(1, 2)", "replace(\"\", \"b\")", "exit()", "range(__import__)" })
            (await Set("w", wrong)).Status.ShouldBe(400, wrong);
        (await admin.ActAsync(project, "add_data_field", new { value_name = "w", value_type = "Number", value = "many" })).ShouldHaveStatus(400);
        (await admin.ActAsync(project, "add_data_field", new { value_name = "", value_type = "Number", value = "1" })).ShouldHaveStatus(400);
        (await admin.TasksAsync(project)).ShouldAllBe(task => task["data"]!["w"] == null);
    }

    [Theory, EachEngine]
    public async Task Tasks_are_duplicated_into_another_project_or_none_is(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var (project, target, unfit) = (await admin.CreateProjectAsync(), await admin.CreateProjectAsync(), await admin.CreateProjectAsync(Polygons));
        var tasks = await admin.ImportAsync(project, Enumerable.Range(1, 1300).Select(i => new { data = new { text = $"text {i}" }, meta = new { i }, predictions = new[] { new { model_version = "v1", score = 0.5, result = Choice("pos") } } }));
        await admin.AnnotateAsync(tasks[1]);

        (await admin.ActAsync(project, "duplicate_tasks", new { target_project = unfit })).ShouldHaveStatus(400);
        (await admin.ActAsync(project, "duplicate_tasks", new { target_project = 999_999 })).ShouldHaveStatus(400).ErrorsOf("target_project").ShouldBe(["Invalid pk \"999999\" - object does not exist."]);
        (await admin.ActAsync(project, "duplicate_tasks", new { target_project = target, selectedItems = new { all = false, included = tasks[..2] } })).ShouldHaveStatus(200).Detail.ShouldBe("Duplicated 2 tasks");
        (await admin.ActAsync(project, "duplicate_tasks", new { target_project = target.ToString(System.Globalization.CultureInfo.InvariantCulture), with_annotations = "Yes" })).Detail.ShouldBe("Duplicated 1300 tasks");

        (await admin.TaskNumberAsync(unfit)).ShouldBe(0);
        (await admin.TaskNumberAsync(project)).ShouldBe(1300);
        var counters = (await admin.GetAsync($"/api/projects/{target}/")).Json;
        counters["task_number"]!.GetValue<int>().ShouldBe(1302);
        counters["total_predictions_number"]!.GetValue<int>().ShouldBe(1300);
        counters["total_annotations_number"]!.GetValue<int>().ShouldBe(1);
        counters["finished_task_number"]!.GetValue<int>().ShouldBe(1);
        var copies = await admin.TasksAsync(target);
        copies[1]["annotations"]!.AsArray().ShouldBeEmpty();
        copies[3]["annotations"]!.AsArray().Count.ShouldBe(1);
        copies[3]["data"]!["text"]!.GetValue<string>().ShouldBe("text 2");
        copies[3]["meta"]!["i"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory, EachEngine]
    public async Task Actions_stay_within_the_organization_and_its_roles(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 2);
        var annotation = await server.Admin.AnnotateAsync(tasks[0]);
        var stranger = await server.SignUpAsync("stranger@example.com");
        var own = await stranger.CreateProjectAsync();
        await stranger.ImportTextsAsync(own, 1);
        var annotator = await server.InviteAsync("annotator@example.com");

        foreach (var entry in (await server.Admin.GetAsync($"/api/dm/actions?project={project}&experimental=true")).Json.AsArray())
        {
            var action = entry!["id"]!.GetValue<string>();
            (await stranger.ActAsync(project, action, new { source_annotation_id = annotation })).ShouldHaveStatus(404);
            (await annotator.ActAsync(project, action)).ShouldHaveStatus(403).Detail.ShouldBe($"Action is not allowed for the current user: {action}");
            (await annotator.GetAsync($"/api/dm/actions/{action}/form?project={project}")).ShouldHaveStatus(403);
        }
        (await stranger.ActAsync(own, "propagate_annotations", new { source_annotation_id = annotation })).ShouldHaveStatus(400)
            .Detail.ShouldBe($"Source annotation {annotation} not found in the current project");
        (await stranger.ActAsync(own, "duplicate_tasks", new { target_project = project })).ShouldHaveStatus(400);
        (await stranger.ActAsync(own, "delete_tasks", new { selectedItems = new { all = false, included = tasks } })).Detail.ShouldBe("Deleted 0 tasks");
        (await annotator.GetAsync($"/api/dm/actions?project={project}")).Json.AsArray().ShouldBeEmpty();
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(2);
        (await stranger.TaskNumberAsync(own)).ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task A_selection_may_be_longer_than_a_statement_has_parameters(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        var tasks = await admin.ImportTextsAsync(project, 3);
        var many = Enumerable.Range(0, 70_000).Select(i => 1_000_000_000L + i).Append(tasks[1]).ToArray();

        (await admin.ActAsync(project, "delete_tasks", new { selectedItems = new { all = true, excluded = many } })).Detail.ShouldBe("Deleted 2 tasks");

        (await admin.TasksAsync(project)).Single()["id"]!.GetValue<long>().ShouldBe(tasks[1]);
    }

    private static object[] Choice(string choice) => [new { from_name = "label", to_name = "text", type = "choices", value = new { choices = new[] { choice } } }];
}

/// <summary>Runs actions.</summary>
internal static class Acting
{
    /// <summary>Runs an action on all tasks, or on those that <paramref name="body"/> selects.</summary>
    public static Task<ApiReply> ActAsync(this ApiClient client, long project, string action, object? body = null) =>
        client.PostAsync($"/api/dm/actions?id={action}&project={project}", body ?? new { selectedItems = new { all = true, excluded = Array.Empty<long>() } });
}
