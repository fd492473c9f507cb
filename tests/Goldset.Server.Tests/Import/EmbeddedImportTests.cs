using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Import;

/// <summary>Annotations and predictions inside imported tasks, and predictions for tasks that are there.</summary>
public sealed class EmbeddedImportTests(TestServers servers)
{
    private const string Pos = """[{"id": "c1", "from_name": "label", "to_name": "text", "type": "choices", "value": {"choices": ["pos"]}}]""";
    private const string Wrong = """[{"from_name": "nope", "to_name": "text", "type": "choices", "value": {"choices": ["pos"]}}]""";

    [Theory, EachEngine]
    public async Task Annotations_come_with_their_tasks_and_are_counted(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var admin = server.Admin;
        await server.InviteAsync("ann@example.com");
        var project = await admin.CreateProjectAsync();

        var reply = (await admin.PostAsync($"/api/projects/{project}/import", $$"""
            [{"data": {"text": "a"}, "annotations": [
                {"id": 77, "result": {{Pos}}, "completed_by": {"email": "ann@example.com"}, "lead_time": 12.5, "created_at": "2020-01-01T00:00:00Z", "unique_id": "mine"},
                {"result": [], "was_cancelled": true, "ground_truth": false},
                {"result": {{Pos}}, "ground_truth": false, "completed_by": 1}]},
             {"data": {"text": "b"}, "annotations": []}]
            """)).ShouldHaveStatus(201).Json;

        reply["annotation_count"]!.GetValue<int>().ShouldBe(3);
        var tasks = await admin.TasksAsync(project);
        (tasks[0]["total_annotations"]!.GetValue<int>(), tasks[0]["cancelled_annotations"]!.GetValue<int>(), tasks[0]["is_labeled"]!.GetValue<bool>()).ShouldBe((2, 1, true));
        (tasks[1]["total_annotations"]!.GetValue<int>(), tasks[1]["is_labeled"]!.GetValue<bool>()).ShouldBe((0, false));
        var annotations = (await admin.GetAsync($"/api/tasks/{tasks[0]["id"]}/annotations/")).ShouldHaveStatus(200).Json.AsArray().OrderBy(a => a!["id"]!.GetValue<long>()).ToArray();
        annotations.Select(a => a!["ground_truth"]!.GetValue<bool>()).ShouldBe([true, false]);
        annotations[0]!["import_id"]!.GetValue<int>().ShouldBe(77);
        annotations[0]!["lead_time"]!.GetValue<double>().ShouldBe(12.5);
        annotations[0]!["created_username"]!.GetValue<string>().ShouldContain("ann@example.com");
        annotations[0]!["created_at"]!.GetValue<string>().ShouldNotStartWith("2020");
        annotations[1]!["completed_by"]!.GetValue<int>().ShouldBe(1);
        var counts = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        NumbersOf(counts).ShouldBe([2, 1, 2, 1, 1, 1, 1, 0]);
    }

    [Theory]
    [EachEngine("""{"email": "who@example.com"}""", "Unknown annotator's email who@example.com")]
    [EachEngine("""{"name": "x"}""", "It's expected to have 'email' field in 'completed_by' data in annotations")]
    [EachEngine("9999", "Import data contains completed_by=9999 which is not a valid annotator's email or ID")]
    [EachEngine("\"x\"", "Import data contains completed_by=x which is not a valid annotator's email or ID")]
    public async Task Annotations_of_strangers_refuse_the_import(Engine engine, string author, string message)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var reply = await admin.PostAsync($"/api/projects/{project}/import", $$"""[{"text": "a"}, {"data": {"text": "b"}, "annotations": [{"result": [], "completed_by": {{author}}}]}]""");

        reply.ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe([message]);
        (await admin.TaskNumberAsync(project)).ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task Strangers_can_be_made_the_importing_user(Engine engine)
    {
        await using var server = await servers.StartAsync(engine, options => options with { AllowImportWithUnknownEmails = true });
        var project = await server.Admin.CreateProjectAsync();

        await server.Admin.ImportAsync(project, """[{"data": {"text": "b"}, "annotations": [{"result": [], "completed_by": {"email": "who@example.com"}}]}]""");

        (await server.Admin.TaskNumberAsync(project)).ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task Predictions_come_with_their_tasks_and_name_the_projects_model_version(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var ids = await admin.ImportAsync(project, $$"""
            [{"data": {"text": "a"}, "predictions": [{"result": {{Pos}}, "score": 0.5, "model_version": "v1"}, {"result": [], "model_version": "v2", "score": null}]}, {"text": "b"}]
            """);

        var predictions = (await admin.GetAsync($"/api/predictions/?task={ids[0]}")).ShouldHaveStatus(200).Json.AsArray().OrderBy(p => p!["id"]!.GetValue<long>()).ToArray();
        predictions.Select(p => p!["model_version"]!.GetValue<string>()).ShouldBe(["v1", "v2"]);
        predictions[0]!["score"]!.GetValue<double>().ShouldBe(0.5);
        JsonNode.DeepEquals(predictions[0]!["result"], JsonNode.Parse(Pos)).ShouldBeTrue();
        (await admin.TasksAsync(project)).Select(task => task["total_predictions"]!.GetValue<int>()).ShouldBe([2, 0]);
        var settings = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        (settings["model_version"]!.GetValue<string>(), settings["total_predictions_number"]!.GetValue<int>()).ShouldBe(("v2", 2));
    }

    [Theory, EachEngine]
    public async Task Predictions_that_do_not_fit_the_config_refuse_the_import(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var reply = await admin.PostAsync($"/api/projects/{project}/import",
            $$"""[{"text": "a"}, {"data": {"text": "b"}, "predictions": [{"result": {{Wrong}}}, 7, {"result": {{Pos}}, "score": 7}]}]""");

        reply.ShouldHaveStatus(400).ErrorsOf("predictions").ShouldBe(["""
            Prediction validation failed (3 errors):
            - Task 1, prediction 0: Region 0: 'from_name' 'nope' not found in configuration
            - Task 1, prediction 1: Missing required field 'result'
            - Task 1, prediction 2: Score must be between 0.00 and 1.00 inclusive, got 7

            """.ReplaceLineEndings("\n")]);
        (await admin.TaskNumberAsync(project)).ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task A_project_without_config_or_a_lenient_server_takes_any_prediction_that_is_one(Engine engine)
    {
        await using var server = await servers.StartAsync(engine, options => options with { ValidatePredictions = false });
        var strict = (await servers.SharedAsync(engine)).Admin;
        var open = await strict.CreateProjectAsync(Importing.AnyData);
        var lenient = await server.Admin.CreateProjectAsync();

        await strict.ImportAsync(open, $$"""[{"data": {"text": "b"}, "predictions": [{"result": {{Wrong}} }]}]""");
        await server.Admin.ImportAsync(lenient, $$"""[{"data": {"text": "b"}, "predictions": [{"result": {{Wrong}}, "score": "x"}, {"result": "pos"}]}]""");

        (await strict.PostAsync($"/api/projects/{open}/import", """[{"data": {"text": "b"}, "predictions": [7]}]""")).ShouldHaveStatus(400).ErrorsOf("predictions").Single()
            .ShouldContain("Task 0, prediction 0: Prediction must be a dictionary");
        (await server.Admin.TasksAsync(lenient))[0]["total_predictions"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory, EachEngine]
    public async Task Fields_of_the_data_become_predictions(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();

        var reply = (await admin.PostAsync($"/api/projects/{project}/import?preannotated_from_fields=label&return_task_ids=true",
            """[{"text": "a", "label": "pos"}, {"data": {"text": "b", "label": null}, "annotations": [{"result": []}], "meta": {"m": 1}}]""")).ShouldHaveStatus(201).Json;
        var missing = await admin.PostAsync($"/api/projects/{project}/import?preannotated_from_fields=label;other", """[{"text": "a"}, {"text": "b", "label": "pos", "other": 1}]""");

        (reply["annotation_count"]!.GetValue<int>(), reply["prediction_count"]!.GetValue<int>()).ShouldBe((0, 1));
        var prediction = (await admin.GetAsync($"/api/predictions/?task={reply["task_ids"]![0]}")).Json[0]!;
        (prediction["model_version"]!.GetValue<string>(), prediction["score"]!.GetValue<double>()).ShouldBe(("preannotated", 1.0));
        prediction["result"]!.ToJsonString().ShouldBe("""[{"from_name":"label","to_name":"text","type":"choices","value":{"choices":["pos"]}}]""");
        missing.ShouldHaveStatus(400).ErrorsOf("preannotated_fields").ShouldBe(
            ["Task 0: Preannotated field 'label' not found in task data", "Task 0: Preannotated field 'other' not found in task data"]);
    }

    [Theory, EachEngine]
    public async Task An_overlap_cohort_is_arranged_anew_with_the_imported_tasks(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        await admin.PatchAsync($"/api/projects/{project}/", new { maximum_annotations = 3, overlap_cohort_percentage = 50 });

        await admin.ImportTextsAsync(project, 4);
        await admin.ImportTextsAsync(project, 4);

        (await admin.TasksAsync(project)).Count(task => task["overlap"]!.GetValue<int>() == 3).ShouldBe(4);
        (await admin.TasksAsync(project)).Select(task => task["inner_id"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, 8));
    }

    [Theory, EachEngine]
    public async Task Predictions_for_existing_tasks_are_stored_all_or_none(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        var other = await admin.ImportTextsAsync(await admin.CreateProjectAsync(), 1);
        var ids = await admin.ImportTextsAsync(project, 1200);
        var path = $"/api/projects/{project}/import/predictions";

        (await admin.PostAsync(path, "[]")).ShouldHaveStatus(201).Json["created"]!.GetValue<int>().ShouldBe(0);
        (await admin.PostAsync(path, "{}")).ShouldHaveStatus(400);
        (await admin.PostAsync(path, "[{")).ShouldHaveStatus(400);
        (await admin.PostAsync(path, $$"""[{"task": {{ids[0]}}, "result": {{Pos}}}, {"task": {{other[0]}}, "result": {{Pos}}}, {"task": {{ids[0]}}}]""")).ShouldHaveStatus(400).ErrorsOf("non_field_errors")
            .ShouldBe([$"Prediction 1: Invalid task ID {other[0]} - task not found in project", "Prediction 2: Missing required field 'result'"]);
        (await admin.PostAsync(path, "[" + string.Join(',', ids.Select(id => $$"""{"task": {{id}}, "result": {{Pos}}, "score": 0.25, "model_version": "batch"}""")) + "]"))
            .ShouldHaveStatus(201).Json["created"]!.GetValue<int>().ShouldBe(1200);

        (await admin.TasksAsync(project)).ShouldAllBe(task => task["total_predictions"]!.GetValue<int>() == 1);
        var settings = (await admin.GetAsync($"/api/projects/{project}/")).Json;
        (settings["total_predictions_number"]!.GetValue<int>(), settings["model_version"]!.GetValue<string>()).ShouldBe((1200, ""));
    }

    private static int[] NumbersOf(JsonNode project) =>
    [
        .. new[]
        {
            "task_number", "finished_task_number", "total_annotations_number", "skipped_annotations_number", "ground_truth_number", "useful_annotation_number",
            "num_tasks_with_annotations", "total_predictions_number",
        }.Select(name => project[name]!.GetValue<int>()),
    ];
}
