using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Goldset.Replay;
using Goldset.Server.Tests.Durability;

namespace Goldset.Server.Tests.CommandLine;

/// <summary>The commands, run as people and scripts run them.</summary>
public sealed partial class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("goldset-test-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Init_makes_the_user_and_the_project_and_user_shows_the_token()
    {
        var init = await CommandRun.OnAsync(data, "init", "animals", "--username", "me@example.com", "--password", "secret-word", "--user-token", "0123456789abcdef");

        init.Exit.ShouldBe(0, init.Errors);
        init.Output.ShouldContain("Project with title \"animals\" successfully created");
        var user = await CommandRun.OnAsync(data, "user", "--username", "me@example.com");
        user.Exit.ShouldBe(0);
        var line = user.Lines[Array.IndexOf(user.Lines, "=> User info:") + 1];
        line.ShouldStartWith("{'id': 1, 'first_name': '', 'last_name': '', 'username': 'me', 'email': 'me@example.com', 'last_activity': '");
        line.ShouldContain("'avatar': None, 'initials': 'me', 'phone': '', 'active_organization': 1, 'active_organization_meta': {'title': 'Label Studio', 'email': 'me@example.com'}");
        line.ShouldEndWith("'token': '0123456789abcdef', 'status': 'ok'}");
    }

    [Fact]
    public async Task Commands_work_beside_a_running_server()
    {
        await using var server = await ServerProcess.StartAsync(data.FullName, Path.Combine(data.FullName, "goldset.sqlite3"));
        var project = await server.Admin.CreateProjectAsync();
        (await server.Admin.PostAsync($"/api/projects/{project}/tasks/", """{"data": {"text": "one"}}""")).ShouldHaveStatus(201);

        var created = await CommandRun.OnAsync(data, "user", "create", "second@example.com", "--password", "secret-word");
        var exported = await CommandRun.OnAsync(data, "export", $"{project}", "json", "--export-path", Path.Combine(data.FullName, "out.json"));
        var remote = await CommandRun.OnAsync(data, "export", $"{project}", "json_min", "-o", Path.Combine(data.FullName, "remote.json"), "--url", server.Address.AbsoluteUri, "--token", FirstUser.Token);
        var missing = await CommandRun.OnAsync(data, "export", "77", "json", "--url", server.Address.AbsoluteUri, "--token", FirstUser.Token);

        created.Exit.ShouldBe(0, created.Errors);
        using var second = new Hosting.ApiClient(server.Address, TokenPattern().Match(created.Output).Groups[1].Value);
        (await second.GetAsync("/api/current-user/whoami")).ShouldHaveStatus(200).Json["email"]!.GetValue<string>().ShouldBe("second@example.com");
        exported.Exit.ShouldBe(0, exported.Errors);
        (await File.ReadAllTextAsync(Path.Combine(data.FullName, "out.json"))).ShouldContain("""{"text": "one"}""");
        remote.Exit.ShouldBe(0, remote.Errors);
        remote.Lines.ShouldContain("Tasks: 1 of 1. Annotations: 0 of 0. Regions: 0 of 0.");
        (await File.ReadAllTextAsync(Path.Combine(data.FullName, "remote.json"))).ShouldContain("\"text\": \"one\"");
        missing.Exit.ShouldBe(1);
    }

    [Fact]
    public async Task A_dataset_is_imported_into_the_data_folder_and_on_a_server()
    {
        await using var server = await ServerProcess.StartAsync(data.FullName, Path.Combine(data.FullName, "goldset.sqlite3"));
        var set = Directory.CreateDirectory(Path.Combine(data.FullName, "set"));
        await File.WriteAllTextAsync(Path.Combine(set.FullName, "a.xml"), """
            <annotation><filename>a.jpg</filename><size><width>10</width><height>10</height></size>
            <object><name>cat</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>5</xmax><ymax>5</ymax></bndbox></object></annotation>
            """);

        var local = await CommandRun.OnAsync(data, "import", "--new", "From a folder", set.FullName, "--image-root-url", "https://example.com/i");
        var remote = await CommandRun.OnAsync(data, "import", "1", Path.Combine(set.FullName, "a.xml"), "--format", "voc", "--as", "predictions", "--url", server.Address.AbsoluteUri, "--token", FirstUser.Token);
        var refused = await CommandRun.OnAsync(data, "import", "1", Path.Combine(set.FullName, "a.xml"), "--format", "coco", "--url", server.Address.AbsoluteUri, "--token", FirstUser.Token);
        var tasks = (await server.Admin.GetAsync("/api/projects/1/tasks/?page_size=-1")).Json.AsArray();
        await File.WriteAllTextAsync(Path.Combine(set.FullName, "b.xml"), "<annotation><filename>b.jpg</filename><object>");
        var partly = await CommandRun.OnAsync(data, "import", "1", set.FullName, "--format", "voc", "--as", "predictions", "--skip-unreadable", "--url", server.Address.AbsoluteUri, "--token", FirstUser.Token);
        var nowhere = await CommandRun.OnAsync(data, "import", set.FullName, "x");

        local.Exit.ShouldBe(0, local.Errors);
        local.Lines.ShouldContain("Imported into project 1: 1 tasks, 1 annotations.");
        remote.Exit.ShouldBe(0, remote.Errors);
        remote.Lines.ShouldContain("Imported into project 1: 1 tasks, 1 annotations.");
        tasks.Select(task => task!["data"]!.ToJsonString()).Order().Reverse().ShouldBe(["""{"image":"https://example.com/i/a.jpg"}""", """{"image":"/data/local-files/?d=a.jpg"}"""]);
        tasks.Sum(task => task!["total_predictions"]!.GetValue<int>()).ShouldBe(1);
        partly.Output.ShouldContain("Left out as unreadable: 1.");
        partly.Output.ShouldContain("  b.xml, line 1: ");
        refused.Exit.ShouldBe(1);
        refused.Errors.ShouldContain("there is no JSON file with images, annotations and categories");
        nowhere.Exit.ShouldBe(2);
    }

    [Fact]
    public async Task An_exported_file_is_converted_without_a_server()
    {
        var tasks = Path.Combine(data.FullName, "tasks.json");
        var config = Path.Combine(data.FullName, "config.xml");
        Directory.CreateDirectory(Path.Combine(data.FullName, "files", "upload", "1"));
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "files", "upload", "1", "a.png"), "image");
        await File.WriteAllTextAsync(config, """<View><Image name="i" value="$i"/><RectangleLabels name="r" toName="i"><Label value="cat"/></RectangleLabels></View>""");
        await File.WriteAllTextAsync(tasks, """
            [{"data": {"i": "/data/upload/1/a.png"}, "annotations": [{"result": [{"from_name": "r", "value": {"x": 1, "y": 1, "width": 2, "height": 2, "rectanglelabels": ["cat"]}}, {"from_name": "gone", "value": {}}]}]},
             {"data": {"i": "/data/upload/../config.xml"}, "annotations": []}]
            """);
        var target = Path.Combine(data.FullName, "out.zip");

        var converted = await CommandRun.OnAsync(data, "convert", tasks, "yolo_with_images", "-c", config, "-o", target, "--media", Path.Combine(data.FullName, "files"));
        var refused = await CommandRun.OnAsync(data, "convert", config, "csv", "-c", config, "-o", target);

        converted.Exit.ShouldBe(0, converted.Errors);
        converted.Lines.ShouldContain("Tasks: 2 of 2. Annotations: 1 of 1. Regions: 1 of 2.");
        converted.Lines.ShouldContain("left out: 1 (unknown_control)");
        converted.Lines.ShouldContain("/data/upload/../config.xml: there is no such upload in the folder");
        await using var archive = await System.IO.Compression.ZipFile.OpenReadAsync(target);
        archive.Entries.Select(entry => entry.FullName).ShouldBe(["images/", "images/a.png", "labels/", "labels/a.txt", "labels/config.txt", "classes.txt", "notes.json"]);
        refused.Exit.ShouldBe(1);
        refused.Errors.ShouldStartWith("Failed to convert: ");
        Directory.GetFiles(data.FullName, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_user_is_told_in_the_same_notation()
    {
        var user = await CommandRun.OnAsync(data, "user", "--username", "nobody@example.com");

        user.Exit.ShouldBe(0);
        user.Lines.ShouldContain("""{'status': 'error', 'message': "user nobody@example.com doesn't exist"}""");
    }

    [Fact]
    public async Task A_password_is_reset_once()
    {
        await CommandRun.OnAsync(data, "init", "-q", "--username", "me@example.com", "--password", "secret-word");

        var reset = await CommandRun.OnAsync(data, "reset_password", "--username", "me@example.com", "--password", "another-word");
        var again = await CommandRun.OnAsync(data, "reset_password", "--username", "me@example.com", "--password", "another-word");

        (reset.Exit, reset.Lines).ShouldSatisfyAllConditions(
            () => reset.Exit.ShouldBe(0, reset.Errors),
            () => reset.Lines.ShouldContain("Password successfully changed"),
            () => again.Lines.ShouldContain("Entered password is the same as current"));
    }

    [Fact]
    public async Task A_symbolic_link_of_another_name_shows_the_version()
    {
        var link = Path.Combine(data.FullName, "label-studio");
        File.CreateSymbolicLink(link, CommandRun.Executable);

        var version = await CommandRun.RunAsync(link, ["--version"]);

        version.Exit.ShouldBe(0, version.Errors);
        version.Output.ShouldContain("Label Studio version: 1.22.0 ");
    }

    [Theory]
    [InlineData("start", "--nonsense")]
    [InlineData("--port", "many")]
    [InlineData("init", "--sampling", "random")]
    [InlineData("start", "--config", "no-such-file.json")]
    public async Task What_is_not_understood_is_answered_with_the_usage(params string[] arguments)
    {
        var refused = await CommandRun.RunAsync(CommandRun.Executable, arguments);

        refused.Exit.ShouldBe(2);
        refused.Errors.ShouldContain("Usage:");
    }

    [Fact]
    public async Task A_busy_port_is_passed_over_and_a_first_start_says_where_to_sign_up()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        await using var server = await StartedServer.RunAsync(
            "--skip-long-migrations", "--agree-fix-sqlite", "start", "-b", "--internal-host", "127.0.0.1", "-p", $"{port}", "--data-dir", data.FullName);

        server.Output.ShouldContain($"* Port {port} is in use.");
        server.Output.ShouldContain(line => line.StartsWith("No users yet: open http://127.0.0.1:") && line.EndsWith("/user/signup/ to create the first account"));
    }

    [GeneratedRegex("'token': '([^']+)'")]
    private static partial Regex TokenPattern();
}
