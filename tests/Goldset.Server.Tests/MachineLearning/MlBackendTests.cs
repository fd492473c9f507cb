using System.Net;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.MachineLearning;

/// <summary>Back ends of projects, against a scripted one. The recorded exchanges cover the bodies.</summary>
public sealed class MlBackendTests(TestServers servers)
{
    private static readonly object[] Pos = [new { from_name = "label", to_name = "text", type = "choices", value = new { choices = new[] { "pos" } } }];

    [Theory, EachEngine]
    public async Task The_projects_model_version_is_the_title_of_its_back_end(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        await using var model = await Peer.StartAsync(Model());
        var project = await admin.CreateProjectAsync();
        var other = await admin.CreateProjectAsync();
        var task = (await admin.ImportTextsAsync(other, 1))[0];
        await admin.PostAsync("/api/predictions/", new { task, result = Pos, model_version = "static" });
        (await admin.PatchAsync($"/api/projects/{other}/", new { model_version = "static" })).ShouldHaveStatus(200);

        var backend = await ConnectAsync(admin, project, model);
        await ConnectAsync(admin, other, model);
        (await VersionAsync(admin, project)).ShouldBe("A model");
        (await VersionAsync(admin, other)).ShouldBe("static");
        (await admin.PatchAsync($"/api/projects/{other}/", new { model_version = "A model" })).ShouldHaveStatus(200);
        (await admin.PatchAsync($"/api/projects/{other}/", new { model_version = "Another model" })).ShouldHaveStatus(400);
        (await admin.GetAsync($"/api/webhooks/?project={project}")).Json[0]!["url"]!.GetValue<string>().ShouldBe(model.Address + "/webhook");

        (await admin.PatchAsync($"/api/ml/{backend}", new { title = "Renamed", url = model.Address, project })).ShouldHaveStatus(200);
        (await VersionAsync(admin, project)).ShouldBe("Renamed");
        (await admin.DeleteAsync($"/api/ml/{backend}")).ShouldHaveStatus(204);
        (await VersionAsync(admin, project)).ShouldBe("");
    }

    [Theory, EachEngine]
    public async Task A_password_is_kept_and_never_answered(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var expected = "s3cret-1";
        await using var model = await Peer.StartAsync(request =>
            request.Headers.GetValueOrDefault("Authorization") == "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"me:{expected}")) ? Model()(request) : (401, "Unauthorized"));
        var project = await admin.CreateProjectAsync();
        var url = model.Address;

        (await admin.PostAsync("/api/ml/", new { project, url })).ShouldHaveStatus(400).ErrorsOf("non_field_errors")
            .ShouldBe(["Able to connect to ML Server, but authentication parameters were either not provided or are incorrect."]);
        (await admin.PostAsync("/api/ml/", new { project, url, auth_method = "BASIC_AUTH" })).ShouldHaveStatus(400).ErrorsOf("non_field_errors")
            .ShouldBe(["Authentication username and password is required for Basic Authentication."]);
        (await admin.PostAsync("/api/ml/", new { project, url, auth_method = "BASIC_AUTH", basic_auth_user = "me", basic_auth_pass = "" })).ShouldHaveStatus(400).ErrorsOf("non_field_errors")
            .ShouldBe(["Authentication password is required for Basic Authentication."]);
        var created = (await admin.PostAsync("/api/ml/", new { project, url, auth_method = "BASIC_AUTH", basic_auth_user = "me", basic_auth_pass = "s3cret-1" })).ShouldHaveStatus(201);
        var changed = (await admin.PatchAsync($"/api/ml/{created.Id}", new { url, project, description = "changed" })).ShouldHaveStatus(200);
        var read = (await admin.GetAsync($"/api/ml/{created.Id}")).ShouldHaveStatus(200);
        read.Json["state"]!.GetValue<string>().ShouldBe("CO");
        read.Json["basic_auth_pass_is_set"]!.GetValue<bool>().ShouldBeTrue();
        expected = "s3cret-2";
        (await admin.GetAsync($"/api/ml/{created.Id}")).Json["state"]!.GetValue<string>().ShouldBe("DI");
        var replaced = (await admin.PatchAsync($"/api/ml/{created.Id}", new { url, project, auth_method = "BASIC_AUTH", basic_auth_user = "me", basic_auth_pass = "s3cret-2" })).ShouldHaveStatus(200);

        replaced.Json["state"]!.GetValue<string>().ShouldBe("CO");
        foreach (var reply in new[] { created, changed, read, replaced, await admin.GetAsync($"/api/ml/?project={project}") })
        {
            reply.Text.ShouldNotContain("s3cret");
            reply.Text.ShouldNotContain("\"basic_auth_pass\"");
        }
    }

    [Theory, EachEngine]
    public async Task What_is_no_back_end_is_not_connected(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        await using var page = await Peer.StartAsync(_ => (200, null));
        await using var unset = await Peer.StartAsync(request => request.Path == "/setup" ? (500, new { error = "boom" }) : (200, new { status = "UP" }));

        foreach (var url in new[] { "ftp://127.0.0.1/", "nonsense", "http://169.254.169.254/latest/", "http://[fe80::1]/" })
            (await admin.PostAsync("/api/ml/", new { project, url })).ShouldHaveStatus(403).Detail
                .ShouldBe("The provided URL was not valid. URLs must begin with http:// or https://, and cannot be local IPs.");
        (await admin.PostAsync("/api/ml/", new { project, url = "http://does-not-exist.invalid:9090" })).ShouldHaveStatus(400).Detail.ShouldBe("Can't resolve hostname does-not-exist.invalid");
        (await admin.PostAsync("/api/ml/", new { project, url = page.Address })).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single()
            .ShouldStartWith($"Can't connect to ML backend {page.Address}, health check failed. Make sure it is up and your firewall is properly configured.");
        (await admin.PostAsync("/api/ml/", new { project, url = unset.Address })).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single()
            .ShouldStartWith($"Successfully connected to {unset.Address} but it doesn't look like a valid ML backend. Reason: 500 Server Error: Internal Server Error for url: {unset.Address}/setup.\n");
        (await admin.PostAsync("/api/ml/", new { project = 999_999_999, url = unset.Address })).ShouldHaveStatus(400).ErrorsOf("project").ShouldBe(["Invalid pk \"999999999\" - object does not exist."]);
        (await admin.GetAsync($"/api/ml/?project={project}")).Json.AsArray().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task The_next_task_comes_with_what_the_model_predicts(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        await using var model = await Peer.StartAsync(Model(_ => new object[] { new object[] { new { result = Pos, score = 0.9, model_version = "ModelA" }, new { result = Pos, model_version = "ModelB" } } }));
        var project = await admin.CreateProjectAsync();
        await admin.ImportTextsAsync(project, 1);
        await ConnectAsync(admin, project, model);

        var next = (await admin.GetAsync($"/api/projects/{project}/next")).ShouldHaveStatus(200);

        next.Json["predictions"]!.AsArray().Select(prediction => prediction!["model_version"]!.GetValue<string>()).ShouldBe(["ModelA", "ModelB"]);
        next.Json["total_predictions"]!.GetValue<int>().ShouldBe(2);
        (await admin.GetAsync($"/api/projects/{project}/")).Json["total_predictions_number"]!.GetValue<int>().ShouldBe(2);
        (await admin.GetAsync($"/api/projects/{project}/model-versions/?extended=true&include_live_models=true")).Json["live"]![0]!["title"]!.GetValue<string>().ShouldBe("A model");
    }

    [Theory, EachEngine]
    public async Task A_task_that_is_opened_is_predicted_once(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        await using var model = await Peer.StartAsync(Model());
        var project = await admin.CreateProjectAsync();
        var tasks = await admin.ImportTextsAsync(project, 3);
        await ConnectAsync(admin, project, model);

        for (var i = 0; i < 2; i++)
            (await admin.GetAsync($"/api/tasks/{tasks[0]}/")).Json["predictions"]!.AsArray().Count.ShouldBe(1);
        (await admin.PatchAsync($"/api/projects/{project}/", new { evaluate_predictions_automatically = true })).ShouldHaveStatus(200);
        var page = (await admin.GetAsync($"/api/tasks/?project={project}&fields=all")).ShouldHaveStatus(200);

        page.Json["tasks"]!.AsArray().ShouldAllBe(task => task!["predictions"]!.AsArray().Count == 1);
        var asked = model.Rest().Where(request => request.Path == "/predict").Select(request => request.Body!["tasks"]!.AsArray().Select(task => task!["id"]!.GetValue<long>()).ToArray()).ToArray();
        asked.Length.ShouldBe(2);
        asked[0].ShouldBe([tasks[0]]);
        asked[1].ShouldBe([tasks[1], tasks[2]]);
    }

    [Theory, EachEngine]
    public async Task Answers_of_all_forms_are_taken_and_wrong_ones_left(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        object[] forms = [new { result = new { choices = new[] { "neg" } } }, new { result = "pos", score = "0.25" }, new { nothing = 1 }, new { result = 1.5 }, "text"];
        await using var model = await Peer.StartAsync(Model(tasks => [.. forms.Take(tasks.Count)]));
        var project = await admin.CreateProjectAsync();
        var tasks = await admin.ImportTextsAsync(project, forms.Length);
        await ConnectAsync(admin, project, model);

        (await RetrieveAsync(admin, project)).ShouldBe(forms.Length);

        var stored = (await admin.GetAsync($"/api/predictions/?project={project}")).Json.AsArray();
        stored.Select(prediction => prediction!["task"]!.GetValue<long>()).ShouldBe(tasks.Take(2));
        stored.Select(prediction => prediction!["result"]![0]!["value"]!.ToJsonString()).ShouldBe(["""{"choices":["neg"]}""", """{"choices":["pos"]}"""]);
        stored.Select(prediction => prediction!["model_version"]!.GetValue<string>()).ShouldBe(["v1", "v1"]);
        stored[1]!["score"]!.GetValue<double>().ShouldBe(0.25);
    }

    [Theory, EachEngine]
    public async Task A_model_that_takes_one_task_at_a_time_gets_them_so(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        await using var model = await Peer.StartAsync(Model(_ => [new { result = Pos }]));
        var project = await admin.CreateProjectAsync();
        await admin.ImportTextsAsync(project, 3);
        await ConnectAsync(admin, project, model);

        await RetrieveAsync(admin, project);

        (await admin.GetAsync($"/api/predictions/?project={project}")).Json.AsArray().Count.ShouldBe(3);
        model.Rest().Where(request => request.Path == "/predict").Select(request => request.Body!["tasks"]!.AsArray().Count).ShouldBe([3, 1, 1, 1]);
    }

    [Theory, EachEngine]
    public async Task Labeling_goes_on_without_the_model(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var failing = false;
        await using var model = await Peer.StartAsync(request => failing ? (503, null) : Model()(request));
        var project = await admin.CreateProjectAsync();
        var tasks = await admin.ImportTextsAsync(project, 2);
        var backend = await ConnectAsync(admin, project, model);
        failing = true;

        (await admin.GetAsync($"/api/tasks/{tasks[0]}/")).ShouldHaveStatus(200).Json["predictions"]!.AsArray().ShouldBeEmpty();
        model.Rest();
        (await admin.GetAsync($"/api/projects/{project}/next")).ShouldHaveStatus(200).Json["predictions"]!.AsArray().ShouldBeEmpty();
        await admin.AnnotateAsync(tasks[0]);
        model.Rest().ShouldAllBe(request => request.Path == "/webhook");
        (await admin.GetAsync($"/api/ml/{backend}")).Json["readable_state"]!.GetValue<string>().ShouldBe("Disconnected");
        (await admin.GetAsync($"/api/ml/{backend}/versions")).ShouldHaveStatus(503);
        (await admin.PostAsync($"/api/ml/{backend}/train", new { })).ShouldHaveStatus(200).Bytes.ShouldBeEmpty();
        (await admin.PostAsync($"/api/ml/{backend}/predict/test", new { })).ShouldHaveStatus(501);
        (await admin.PostAsync($"/api/ml/{backend}/predict/test?random=true", new { })).ShouldHaveStatus(500).Detail.ShouldNotBeNull().ShouldStartWith("ML backend did not return any predictions");
    }

    [Theory, EachEngine]
    public async Task Training_begins_when_there_are_so_many_annotations(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        await using var model = await Peer.StartAsync(Model());
        var project = await admin.CreateProjectAsync();
        var tasks = await admin.ImportTextsAsync(project, 4);
        var backend = await ConnectAsync(admin, project, model);
        var webhook = (await admin.GetAsync($"/api/webhooks/?project={project}")).Json[0]!["id"]!.GetValue<long>();
        await admin.DeleteAsync($"/api/webhooks/{webhook}/");
        await admin.PatchAsync($"/api/projects/{project}/", new { min_annotations_to_start_training = 2 });
        model.Rest();

        var annotation = await admin.AnnotateAsync(tasks[0]);
        await admin.AnnotateAsync(tasks[1]);
        await admin.AnnotateAsync(tasks[2]);

        var order = await model.TakeAsync();
        (order.Path, order.Action).ShouldBe(("/webhook", "START_TRAINING"));
        order.Body!["project"]!["id"]!.GetValue<long>().ShouldBe(project);
        await admin.AnnotateAsync(tasks[3]);
        (await model.TakeAsync()).Action.ShouldBe("START_TRAINING");
        await admin.PatchAsync($"/api/annotations/{annotation}/", new { ground_truth = true });
        await admin.PatchAsync($"/api/annotations/{annotation}/", new { ground_truth = false });
        (await model.TakeAsync()).Action.ShouldBe("START_TRAINING");
        model.Rest().ShouldBeEmpty();
        (await admin.GetAsync($"/api/ml/{backend}")).Json["state"]!.GetValue<string>().ShouldBe("CO");
    }

    [Theory, EachEngine]
    public async Task An_interactive_model_answers_annotators(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var annotator = await server.InviteAsync("annotator@example.com");
        object? answer = new { results = new[] { new { result = Pos } } };
        await using var model = await Peer.StartAsync(request => request.Path == "/predict" ? (200, answer) : Model()(request));
        var project = await server.Admin.CreateProjectAsync();
        var task = (await server.Admin.ImportTextsAsync(project, 1))[0];
        var foreign = (await server.Admin.ImportTextsAsync(await server.Admin.CreateProjectAsync(), 1))[0];
        var backend = await ConnectAsync(server.Admin, project, model);
        Task<ApiReply> AskAsync(object body) => annotator.PostAsync($"/api/ml/{backend}/interactive-annotating", body);

        (await AskAsync(new { task })).ShouldHaveStatus(200).Json["errors"]!.ToJsonString().ShouldBe("""["Model is not set to be used for interactive preannotations"]""");
        await server.Admin.PatchAsync($"/api/ml/{backend}", new { url = model.Address, project, is_interactive = true });
        (await annotator.GetAsync($"/api/ml/?project={project}&is_interactive=true")).Json.AsArray().Count.ShouldBe(1);
        (await annotator.GetAsync($"/api/ml/?project={project}&is_interactive=false")).Json.AsArray().ShouldBeEmpty();
        (await AskAsync(new { task, context = new { result = Pos } })).Json["data"]!["result"]!.AsArray().Count.ShouldBe(1);
        answer = new { results = Array.Empty<object>() };
        (await AskAsync(new { task })).Json["errors"]![0]!.GetValue<string>().ShouldBe("Incorrect response from ML service: ML backend has to return list with more than 1 result.");
        answer = new[] { 1 };
        (await AskAsync(new { task })).Json["errors"]![0]!.GetValue<string>().ShouldBe("Incorrect response from ML service: ML backend returns an incorrect response, it must be a dict.");
        (await AskAsync(new { task = foreign })).ShouldHaveStatus(404);
        (await server.Admin.GetAsync($"/api/predictions/?project={project}")).Json.AsArray().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task Only_administrators_of_the_organization_connect_back_ends(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        await using var model = await Peer.StartAsync(Model());
        var annotator = await server.InviteAsync("annotator@example.com");
        var stranger = await server.SignUpAsync("stranger@example.com");
        var project = await server.Admin.CreateProjectAsync();
        var backend = await ConnectAsync(server.Admin, project, model);
        var body = new { project, url = model.Address };
        model.Rest();

        (await annotator.PostAsync("/api/ml/", body)).ShouldHaveStatus(403);
        (await annotator.PatchAsync($"/api/ml/{backend}", body)).ShouldHaveStatus(403);
        (await annotator.PostAsync($"/api/ml/{backend}/train", new { })).ShouldHaveStatus(403);
        (await stranger.PostAsync("/api/ml/", body)).ShouldHaveStatus(400);
        (await stranger.GetAsync($"/api/ml/?project={project}")).ShouldHaveStatus(404);
        (await stranger.GetAsync($"/api/ml/{backend}")).ShouldHaveStatus(404);
        (await stranger.PatchAsync($"/api/ml/{backend}", body)).ShouldHaveStatus(404);
        (await stranger.DeleteAsync($"/api/ml/{backend}")).ShouldHaveStatus(404);
        (await stranger.PostAsync($"/api/ml/{backend}/train", new { })).ShouldHaveStatus(404);
        (await stranger.GetAsync($"/api/ml/{backend}/versions")).ShouldHaveStatus(404);
        model.Rest().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task The_version_follows_the_model_where_it_may(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var version = 0;
        await using var model = await Peer.StartAsync(request => request.Path == "/setup" ? (200, new { model_version = $"v{++version}" }) : Model()(request));
        var project = await admin.CreateProjectAsync();
        var backend = await ConnectAsync(admin, project, model);
        async Task<string> SeenAsync() => (await admin.GetAsync($"/api/ml/?project={project}")).Json[0]!["model_version"]!.GetValue<string>();

        (await SeenAsync()).ShouldBe("v3");
        (await SeenAsync()).ShouldBe("v4");
        (await admin.PatchAsync($"/api/ml/{backend}", new { url = model.Address, project, auto_update = false })).ShouldHaveStatus(200);
        (await SeenAsync()).ShouldBe("v4");
        (await SeenAsync()).ShouldBe("v4");

        // Without a version of its own a prediction has the one that stays.
        var task = (await admin.ImportTextsAsync(project, 1))[0];
        (await admin.GetAsync($"/api/tasks/{task}/")).Json["predictions"]![0]!["model_version"]!.GetValue<string>().ShouldBe("v4");
        (await admin.GetAsync($"/api/projects/{project}/next")).Json["predictions"]!.AsArray().Count.ShouldBe(1);
        model.Rest().Count(request => request.Path == "/predict").ShouldBe(1);
    }

    private static Func<PeerRequest, (int Status, object? Json)> Model(Func<JsonArray, object[]>? predict = null) => request => request.Path switch
    {
        "/health" => (200, new { status = "UP" }),
        "/setup" => (200, new { model_version = "v1" }),
        "/predict" => (200, new { results = predict?.Invoke(request.Body!["tasks"]!.AsArray()) ?? [.. request.Body!["tasks"]!.AsArray().Select(_ => new { result = Pos, score = 0.5 })] }),
        "/webhook" => (201, new { status = "ok" }),
        _ => ((int)HttpStatusCode.NotFound, null),
    };

    private static async Task<long> ConnectAsync(ApiClient client, long project, Peer model) =>
        (await client.PostAsync("/api/ml/", new { project, url = model.Address, title = "A model" })).ShouldHaveStatus(201).Id;

    private static async Task<string?> VersionAsync(ApiClient client, long project) => (await client.GetAsync($"/api/projects/{project}/")).Json["model_version"]?.GetValue<string>();

    private static async Task<int> RetrieveAsync(ApiClient client, long project) =>
        (await client.PostAsync($"/api/dm/actions?id=retrieve_tasks_predictions&project={project}", new { selectedItems = new { all = true, excluded = Array.Empty<long>() } }))
        .ShouldHaveStatus(200).Json["processed_items"]!.GetValue<int>();
}
