using System.Net.Http.Headers;
using System.Text;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;

namespace Goldset.Server.Tests.Uploads;

public sealed class UploadTests(TestServers servers)
{
    [Theory]
    [EachEngine("a b+ç(1).txt", "a_bç1.txt")]
    [EachEngine("../../../etc/passwd.txt", "passwd.txt")]
    [EachEngine("..\\..\\windows\\x.txt", "x.txt")]
    [EachEngine("/absolute/日本語-файл_ü.txt", "日本語-файл_ü.txt")]
    [EachEngine("x\0y\u202e.txt", "xy.txt")]
    public async Task Names_keep_what_is_harmless(Engine engine, string sent, string kept)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();

        (await SendNamedAsync(server.Admin, project, sent)).ShouldHaveStatus(201);

        var file = (await server.Admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json[0]!["file"]!.GetValue<string>();
        file.ShouldMatch($"^upload/{project}/[0-9a-f]{{8}}-{System.Text.RegularExpressions.Regex.Escape(kept)}$");
        (await File.ReadAllTextAsync(Path.Combine(server.Options.MediaDirectory, file))).ShouldBe("line");
    }

    [Theory, EachEngine]
    public async Task Long_names_are_cut_before_the_extension(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();

        (await SendNamedAsync(server.Admin, project, new string('ü', 400) + ".txt")).ShouldHaveStatus(201);

        var file = (await server.Admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json[0]!["file"]!.GetValue<string>();
        file.ShouldEndWith("ü.txt");
        Encoding.UTF8.GetByteCount(Path.GetFileName(file)).ShouldBeLessThan(255);
    }

    [Theory]
    [EachEngine("a.exe", ".exe extension is not supported")]
    [EachEngine("noextension", " extension is not supported")]
    [EachEngine("..", " extension is not supported")]
    public async Task One_file_of_an_unknown_kind_refuses_all(Engine engine, string name, string message)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();

        var reply = await server.Admin.UploadAsync(project, "", ("good.txt", "line"), (name, "x"), ("also.txt", "line"));

        reply.ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe([message]);
        (await server.Admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json.AsArray().ShouldBeEmpty();
        var folder = Path.Combine(server.Options.MediaDirectory, "upload", project.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task Malformed_and_oversized_multipart_is_refused(Engine engine)
    {
        await using var server = await servers.StartAsync(engine, options => options with { MaxFilesPerUpload = 2, MaxBodySize = 100_000 });
        var project = await server.Admin.CreateProjectAsync();

        (await RawAsync("multipart/form-data", "x")).ShouldHaveStatus(400);
        (await RawAsync("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nhalf")).ShouldHaveStatus(400);
        (await RawAsync("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nno file\r\n--b--\r\n")).ShouldHaveStatus(400)
            .ErrorsOf("non_field_errors").ShouldBe(["load_tasks: No data found in DATA or in FILES"]);
        (await server.Admin.UploadAsync(project, "", ("a.txt", "1"), ("b.txt", "2"), ("c.txt", "3"))).ShouldHaveStatus(400);
        (await RawAsync("multipart/form-data; boundary=b", $"--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"big.txt\"\r\n\r\n{new string('x', 200_000)}\r\n--b--\r\n")).ShouldHaveStatus(413);
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(0);

        Task<ApiReply> RawAsync(string type, string body)
        {
            var content = new StringContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/import") { Content = content };
            // The server answers before it has read a body that is too large, and closes the connection: who is still sending may not see the answer.
            request.Headers.ExpectContinue = true;
            return server.Admin.SendAsync(request);
        }
    }

    [Theory, EachEngine]
    public async Task Uploads_are_listed_replaced_and_removed(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        var id = (await admin.UploadAsync(project, "a.txt", "one\ntwo")).Json["file_upload_ids"]![0]!.GetValue<long>();
        var list = $"/api/projects/{project}/file-uploads";

        (await admin.GetAsync(list)).ShouldHaveStatus(200).Text.ShouldBe("[]");
        (await admin.GetAsync($"{list}?ids=[{id}]")).Json[0]!["size"]!.GetValue<int>().ShouldBe(7);
        (await admin.GetAsync($"{list}?ids=[x")).ShouldHaveStatus(400);
        var before = (await admin.GetAsync($"/api/import/file-upload/{id}")).ShouldHaveStatus(200).Json["file"]!.GetValue<string>();
        (await admin.PatchAsync($"/api/import/file-upload/{id}", """{"file": "x"}""")).ShouldHaveStatus(400).ErrorsOf("file")
            .ShouldBe(["The submitted data was not a file. Check the encoding type on the form."]);
        var form = new MultipartFormDataContent { { new ByteArrayContent("new"u8.ToArray()), "file", "b.txt" } };
        (await admin.SendAsync(new HttpRequestMessage(HttpMethod.Patch, $"/api/import/file-upload/{id}") { Content = form })).ShouldHaveStatus(200)
            .Json["file"]!.GetValue<string>().ShouldEndWith("-b.txt");
        (await admin.GetAsync("/data/" + before)).ShouldHaveStatus(404);

        (await admin.SendAsync(new HttpRequestMessage(HttpMethod.Delete, list) { Content = new StringContent("""{"file_upload_ids": "abc"}""", Encoding.UTF8, "application/json") }))
            .ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe(["\"file_upload_ids\" parameter must be a list of integers"]);
        (await admin.DeleteAsync(list)).ShouldHaveStatus(200).Json["deleted"]!.GetValue<int>().ShouldBe(1);
        (await admin.TasksAsync(project)).Select(task => task["file_upload"]).ShouldBe([null, null]);
        (await admin.DeleteAsync($"/api/import/file-upload/{id}")).ShouldHaveStatus(404);
    }

    [Theory, EachEngine]
    public async Task Files_are_served_to_the_organization_alone_and_never_as_a_page_that_runs(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var project = await server.Admin.CreateProjectAsync(Importing.AnyData);
        await server.Admin.UploadAsync(project, "", ("page.html", "<script>alert(1)</script>"), ("a.png", "0123456789"), ("page.HTM", "<script>alert(1)</script>"), ("page.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), ("page.xml", "<a/>"));
        var uploads = (await server.Admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json.AsArray();
        var image = $"/data/{uploads[1]!["file"]}";
        var annotator = await server.InviteAsync("annotator@example.com");
        var stranger = await server.SignUpAsync("stranger@example.org");

        foreach (var upload in uploads)
        {
            var served = (await annotator.GetAsync($"/data/{upload!["file"]}")).ShouldHaveStatus(200);
            served.Headers["Content-Security-Policy"].ShouldStartWith("sandbox; default-src 'none';");
            served.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        }
        (await annotator.GetAsync(image)).Headers["Content-Type"].ShouldBe("image/png");
        (await stranger.GetAsync(image)).ShouldHaveStatus(404);
        (await server.Anonymous.GetAsync(image)).ShouldHaveStatus(401);
        (await server.Admin.GetAsync($"/data/upload/{project}/nothing.png")).ShouldHaveStatus(404);
        (await server.Admin.GetAsync($"/data/upload/{project}/..%2f..%2f..%2fgoldset.sqlite3")).ShouldHaveStatus(404);
        (await server.Admin.GetAsync($"/data/upload/%2e%2e/%2e%2e/.env")).Status.ShouldBe(404);
        foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Delete })
            (await annotator.SendAsync(new HttpRequestMessage(method, $"/api/import/file-upload/{uploads[0]!["id"]}"))).ShouldHaveStatus(403);
        (await stranger.GetAsync($"/api/import/file-upload/{uploads[0]!["id"]}")).ShouldHaveStatus(404);

        (await RangeAsync("bytes=2-4")).ShouldBe((206, "234"));
        (await RangeAsync("bytes=-3")).ShouldBe((206, "789"));
        (await RangeAsync("bytes=99-")).ShouldBe((200, "0123456789"));
        (await RangeAsync("bytes=0-1,3-4")).ShouldBe((200, "0123456789"));
        (await RangeAsync("rubbish")).ShouldBe((200, "0123456789"));

        async Task<(int, string)> RangeAsync(string range)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, image);
            request.Headers.TryAddWithoutValidation("Range", range);
            var reply = await server.Admin.SendAsync(request);
            return (reply.Status, reply.Text);
        }
    }

    /// <summary>Sends a file under a name exactly as given.</summary>
    private static Task<ApiReply> SendNamedAsync(ApiClient client, long project, string name)
    {
        var part = new ByteArrayContent("line"u8.ToArray());
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/import") { Content = new MultipartFormDataContent { part } });
    }
}
