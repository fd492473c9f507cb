using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Security;

/// <summary>
/// What published advisories found in servers of this kind must not be found here. Requests to internal addresses are in
/// <c>OutgoingRequests</c>, paths in task data in <c>ExportFilesTests</c>, objects outside a task in <c>S3Tests</c>, uploaded pages in
/// <c>UploadTests</c>, ids of other organizations in <see cref="OtherOrganizationTests"/>.
/// </summary>
public sealed class AdvisoryTests(TestServers servers)
{
    /// <summary>GHSA-cpmr-mw4j-99r7.</summary>
    [Fact]
    public async Task No_path_leads_out_of_the_folders_that_are_served()
    {
        var server = await servers.SharedAsync(Engine.Sqlite);
        string[] paths =
        [
            "/static../goldset.dll", "/static/../goldset.dll", "/static/..%2fgoldset.dll", "/static/%2e%2e/goldset.dll", "/static/..;/goldset.dll", "/static/%252e%252e/goldset.dll",
            "/data../.env", "/data/../.env", "/data/..%2f.env", "/data/%2e%2e/.env", "/data/..;/.env", "/data/%252e%252e%252f.env", "/data/upload/..%2f..%2f.env", "/assets/..%2f..%2fgoldset.dll",
            "/data/avatars/..%2f..%2f.env", "/samples/..%2f..%2f.env", "//etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/data/local-files/..%2f..%2f.env",
        ];

        foreach (var path in paths)
        {
            var answer = await RawAsync(server.Address, $"GET {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Token {server.Admin.Token}\r\nConnection: close\r\n\r\n");
            answer.ShouldNotContain("SECRET_KEY", Case.Sensitive, path);
            answer.ShouldNotContain("root:", Case.Sensitive, path);
            // A page of the application is no file; a program begins with MZ.
            answer.ShouldNotContain("\r\n\r\nMZ", Case.Sensitive, path);
        }
    }

    /// <summary>GHSA-f475-x83m-rx5m.</summary>
    [Fact]
    public async Task Each_installation_signs_with_a_secret_of_its_own_that_only_its_owner_reads()
    {
        await using var one = await servers.StartAsync(Engine.Sqlite);
        await using var other = await servers.StartAsync(Engine.Sqlite);

        string Secret(TestServer server) => File.ReadAllLines(Path.Combine(server.Options.DataDirectory, ".env")).Single(line => line.StartsWith("SECRET_KEY=", StringComparison.Ordinal));

        Secret(one).Length.ShouldBeGreaterThan(40);
        Secret(one).ShouldNotBe(Secret(other));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(one.Options.DataDirectory, ".env")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>GHSA-6hjj-gq77-j4qw.</summary>
    [Theory]
    [EachEngine("tasks:updated_by__password_hash")]
    [EachEngine("tasks:project__organization__invite_token")]
    [EachEngine("tasks:annotations__completed_by__token_hash")]
    [EachEngine("tasks:id; DROP TABLE tasks")]
    [EachEngine("tasks:id) OR 1=1 --")]
    [EachEngine("password_hash")]
    public async Task Nothing_but_the_columns_of_a_task_can_be_filtered_or_ordered(Engine engine, string column)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        await server.Admin.ImportTextsAsync(project, 2);
        var filter = new JsonObject { ["conjunction"] = "and", ["items"] = new JsonArray(new JsonObject { ["filter"] = "filter:" + column, ["operator"] = "contains", ["type"] = "String", ["value"] = "a" }) };

        var filtered = await server.Admin.GetAsync($"/api/tasks?project={project}&query={Uri.EscapeDataString(new JsonObject { ["filters"] = filter }.ToJsonString())}");
        var ordered = await server.Admin.GetAsync($"/api/tasks?project={project}&query={Uri.EscapeDataString(new JsonObject { ["ordering"] = new JsonArray(column) }.ToJsonString())}");

        filtered.ShouldHaveStatus(400);
        ordered.ShouldHaveStatus(400);
        (await server.Admin.GetAsync($"/api/projects/{project}/")).Json["task_number"]!.GetValue<int>().ShouldBe(2);
    }

    /// <summary>GHSA-q68h-xwq5-mm7x.</summary>
    [Theory]
    [EachEngine("face.html")]
    [EachEngine("face.svg")]
    [EachEngine("face.png.html")]
    public async Task A_picture_is_never_served_as_a_page(Engine engine, string name)
    {
        var server = await servers.SharedAsync(engine);
        var person = await server.SignUpAsync($"face-{Guid.NewGuid():N}@example.com");
        var me = (await person.GetAsync("/api/current-user/whoami")).ShouldHaveStatus(200);
        byte[] picture = [.. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), .. "<script>alert(1)</script>"u8];

        var sent = await person.UploadAsync($"/api/users/{me.Id}/avatar/", name, picture);

        if (sent.Status == 200)
        {
            var address = (await person.GetAsync("/api/current-user/whoami")).Json["avatar"]!.GetValue<string>();
            var shown = await person.GetAsync(address.StartsWith('/') ? address : new Uri(address).PathAndQuery);
            if (shown.Status == 200)
            {
                shown.Headers["Content-Type"].ShouldStartWith("image/png");
                shown.Headers["Content-Security-Policy"].ShouldContain("sandbox");
                shown.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
            }
        }
        else
        {
            sent.Status.ShouldBe(400);
        }
    }

    /// <summary>GHSA-wpq5-3366-mqw4, GHSA-8jhr-wpcm-hh4h.</summary>
    [Theory, EachEngine]
    public async Task A_configuration_that_is_shown_an_example_for_is_not_reflected_as_a_page(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        const string config = "<View><Text name=\"t\" value=\"$<script>alert(1)</script>\"/><Choices name=\"c\" toName=\"t\"><Choice value=\"a\"/></Choices></View>";

        foreach (var reply in new[]
        {
            await server.Admin.GetAsync($"/projects/upload-example/?label_config={Uri.EscapeDataString(config)}"),
            await server.Admin.PostAsync("/projects/upload-example/", new { label_config = config }),
            await server.Admin.PostFormAsync("/projects/upload-example/", new Dictionary<string, string> { ["label_config"] = config }),
            await server.Admin.PostAsync("/api/projects/validate/", new { label_config = config }),
            await server.Admin.PostFormAsync("/api/projects/validate/", new Dictionary<string, string> { ["label_config"] = config }),
        })
        {
            reply.Status.ShouldBeLessThan(500);
            if (!reply.Text.Contains("alert(1)", StringComparison.Ordinal)) continue;
            reply.Headers["Content-Type"].ShouldStartWith("application/json", Case.Sensitive, reply.Request);
            reply.Headers["X-Content-Type-Options"].ShouldBe("nosniff", reply.Request);
        }
    }

    /// <summary>GHSA-2mq9-hm29-8qch.</summary>
    [Theory, EachEngine]
    public async Task Pages_carry_no_script_of_a_user_and_nobody_changes_anothers_profile(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var annotator = await server.InviteAsync("annotator@example.com");
        var owner = (await server.Admin.GetAsync("/api/current-user/whoami")).Id;
        var hotkeys = new { custom_hotkeys = new Dictionary<string, object> { ["a:</script><script>alert(1)</script>"] = new { key = "x", active = true } } };

        (await annotator.PatchAsync($"/api/users/{owner}/", new { first_name = "Mallory" })).ShouldHaveStatus(403);
        (await annotator.PatchAsync("/api/current-user/hotkeys/", hotkeys)).Status.ShouldBeLessThan(500);

        using var browser = new ApiClient(server.Address, annotator.Token);
        foreach (var page in new[] { "/", "/projects/", "/user/account", "/user/login/" })
        {
            var shown = await browser.GetAsync(page);
            shown.Text.ShouldNotContain("alert(1)", Case.Sensitive, page);
            if (shown.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal) && shown.Status == 200)
                shown.Headers["Content-Security-Policy"].ShouldMatch("(script-src|default-src) 'self';", page);
        }
        (await server.Admin.GetAsync("/api/current-user/whoami")).Json["first_name"]!.GetValue<string>().ShouldNotBe("Mallory");
    }

    [Theory]
    [EachEngine("//elsewhere.example/")]
    [EachEngine("/\t/elsewhere.example/")]
    [EachEngine("/\n//elsewhere.example/")]
    [EachEngine("/\\elsewhere.example/")]
    [EachEngine("https://elsewhere.example/")]
    [EachEngine("javascript:alert(1)")]
    public async Task Signing_in_leads_to_this_server_only(Engine engine, string next)
    {
        var server = await servers.SharedAsync(engine);
        using var browser = new ApiClient(server.Address, token: null);
        var account = new Dictionary<string, string> { ["email"] = $"next-{Guid.NewGuid():N}@example.com", ["password"] = "correct-horse-9" };

        var joined = await browser.PostFormAsync($"/user/signup/?next={Uri.EscapeDataString(next)}", account);

        joined.ShouldHaveStatus(302).Headers["Location"].ShouldBe("/");
    }

    // Clients tidy a path before they send it.
    private static async Task<string> RawAsync(Uri server, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
