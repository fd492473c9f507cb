using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Storages;

/// <summary>S3 storages, with a service that speaks the protocol.</summary>
public sealed class S3Tests(TestServers servers, S3Service s3) : IClassFixture<S3Service>
{
    private static readonly (string, string)[] Images =
        [("image1.jpg", "one"), ("subdir/image1.jpg", "two"), ("subdir/image2.jpg", "three"), ("subdir/another/image2.jpg", "four")];

    [Theory, EachEngine]
    public async Task Objects_become_tasks_whose_addresses_a_browser_can_open(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync(Images);
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        var storage = await server.Admin.ConnectAsync("s3", Settings(project, bucket, new { use_blob_urls = true, recursive_scan = true }));

        (await server.Admin.SyncCountAsync("s3", storage)).ShouldBe(4);

        var list = (await server.Admin.GetAsync($"/api/tasks?project={project}&fields=all&query={{\"ordering\":[\"tasks:storage_filename\"]}}")).ShouldHaveStatus(200).Json["tasks"]!.AsArray();
        list.Select(task => task!["storage_filename"]!.GetValue<string>()).ShouldBe(["image1.jpg", "subdir/another/image2.jpg", "subdir/image1.jpg", "subdir/image2.jpg"]);
        var address = list[0]!["data"]!["image_url"]!.GetValue<string>();
        address.ShouldStartWith($"/tasks/{list[0]!["id"]}/resolve/?fileuri=");
        (await server.Admin.GetAsync($"/api/tasks/{list[0]!["id"]}/")).Json["data"]!["image_url"]!.GetValue<string>().ShouldBe(address);
        var redirect = (await server.Admin.GetAsync(address)).ShouldHaveStatus(303);
        redirect.Headers["Cache-Control"].ShouldContain("no-store");
        using var browser = new ApiClient(new Uri(s3.Address), token: null);
        (await browser.GetAsync(new Uri(redirect.Headers["Location"]).PathAndQuery)).ShouldHaveStatus(200).Text.ShouldBe("one");
        using var stranger = await server.SignUpAsync($"stranger-{Guid.NewGuid():N}@example.com");
        (await stranger.GetAsync(address)).ShouldHaveStatus(404);
        (await server.Admin.GetAsync(address.Split('?')[0])).ShouldHaveStatus(400);
    }

    [Theory, EachEngine]
    public async Task A_prefix_is_a_folder_and_folders_below_count_on_request(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync(Images);
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        var storage = await server.Admin.ConnectAsync("s3", Settings(project, bucket, new { use_blob_urls = true, prefix = "subdir" }));

        (await server.Admin.SyncCountAsync("s3", storage)).ShouldBe(2);
        (await server.Admin.PatchAsync($"/api/storages/s3/{storage}", new { recursive_scan = true })).ShouldHaveStatus(200);
        (await server.Admin.SyncCountAsync("s3", storage)).ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task Only_what_the_storage_covers_or_the_task_names_is_handed_out(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync(("shown/a.jpg", "a"), ("shown/notes.txt", "n"), ("private/b.jpg", "b"), ("private/c.jpg", "c"));
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        await server.Admin.ConnectAsync("s3", Settings(project, bucket, new { use_blob_urls = true, prefix = "shown", regex_filter = ".*jpg" }));
        var task = (await server.Admin.ImportAsync(project, new[] { new { image_url = "/x.jpg", html = $"<img src=\"s3://{bucket}/private/b.jpg\">" } }))[0];

        async Task<int> StatusAsync(string owner, string key) =>
            (await server.Admin.GetAsync($"/{owner}/resolve/?fileuri={Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"s3://{bucket}/{key}")).Replace('+', '-').Replace('/', '_')}")).Status;

        (await StatusAsync($"tasks/{task}", "shown/a.jpg")).ShouldBe(303);
        (await StatusAsync($"tasks/{task}", "private/b.jpg")).ShouldBe(303);
        (await StatusAsync($"tasks/{task}", "private/c.jpg")).ShouldBe(404);
        (await StatusAsync($"tasks/{task}", "shown/notes.txt")).ShouldBe(404);
        (await StatusAsync($"projects/{project}", "shown/a.jpg")).ShouldBe(303);
        (await StatusAsync($"projects/{project}", "private/b.jpg")).ShouldBe(404);
    }

    [Theory, EachEngine]
    public async Task Objects_hold_tasks_and_what_holds_none_ends_the_synchronization(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync(("a.json", """[{"text": "a"}, {"text": "b"}]"""), ("b.jsonl", "{\"text\": \"c\"}\n{\"text\": \"d\"}"));
        var project = await server.Admin.CreateProjectAsync();
        var storage = await server.Admin.ConnectAsync("s3", Settings(project, bucket, new { use_blob_urls = false }));
        (await server.Admin.SyncCountAsync("s3", storage)).ShouldBe(4);

        await s3.PutAsync(bucket, "c.jpg", "no tasks");
        var failed = await server.Admin.SyncAsync("s3", storage);

        failed["status"]!.GetValue<string>().ShouldBe("failed");
        failed["traceback"]!.GetValue<string>().ShouldStartWith("File \"c.jpg\" is not a JSON/JSONL/Parquet file.");
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(4);
    }

    [Theory, EachEngine]
    public async Task Without_signed_addresses_the_server_hands_out_the_object_and_ranges_of_it(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync(("a.jpg", "0123456789"));
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        await server.Admin.ConnectAsync("s3", Settings(project, bucket, new { presign = false }));
        var task = (await server.Admin.ImportAsync(project, new[] { new { image_url = $"<img src=\"s3://{bucket}/a.jpg\">" } }))[0];
        var text = (await server.Admin.GetAsync($"/api/tasks/{task}/")).Json["data"]!["image_url"]!.GetValue<string>();
        text.ShouldStartWith("<img src=\"/tasks/");
        var address = text["<img src=\"".Length..^"\">".Length];

        var whole = (await server.Admin.GetAsync(address)).ShouldHaveStatus(200);

        whole.Text.ShouldBe("0123456789");
        whole.Headers["Content-Type"].ShouldBe("image/jpeg");
        whole.Headers["Content-Security-Policy"].ShouldStartWith("sandbox");
        var part = await server.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Range", "bytes=2-4" } } });
        part.ShouldHaveStatus(206).Text.ShouldBe("234");
        part.Headers["Content-Range"].ShouldBe("bytes 2-4/10");
        (await server.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", whole.Headers["ETag"] } } })).ShouldHaveStatus(304);
        (await server.Admin.GetAsync($"/projects/{project}/resolve/?fileuri={Uri.EscapeDataString($"s3://{bucket}/gone.jpg")}")).ShouldHaveStatus(424);
        (await server.Admin.GetAsync($"/projects/{project}/resolve/?fileuri={Uri.EscapeDataString("s3://other/a.jpg")}")).ShouldHaveStatus(404);
    }

    [Theory, EachEngine]
    public async Task Annotations_are_written_when_they_are_saved_and_removed_with_them(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync();
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 2);
        var first = await server.Admin.AnnotateAsync(tasks[0]);
        var storage = await server.Admin.ConnectAsync("export/s3", Settings(project, bucket, new { prefix = "out", can_delete_objects = true }));
        await Storing.UntilAsync(async () => (await s3.KeysAsync(bucket)).SequenceEqual([$"out/{first}"]));

        var second = await server.Admin.AnnotateAsync(tasks[1]);

        await Storing.UntilAsync(async () => (await s3.KeysAsync(bucket)).Contains($"out/{second}"));
        JsonNode.Parse(await s3.ReadAsync(bucket, $"out/{second}"))!["task"]!["id"]!.GetValue<long>().ShouldBe(tasks[1]);
        (await server.Admin.SyncCountAsync("export/s3", storage)).ShouldBe(2);
        (await server.Admin.DeleteAsync($"/api/annotations/{first}/")).ShouldHaveStatus(204);
        await Storing.UntilAsync(async () => (await s3.KeysAsync(bucket)).SequenceEqual([$"out/{second}"]));
    }

    [Theory, EachEngine]
    public async Task Credentials_are_kept_encrypted_and_never_answered(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync(("a.json", "{}"));
        var project = await server.Admin.CreateProjectAsync();
        var settings = new { project, bucket, s3_endpoint = s3.Address, aws_access_key_id = S3Service.Key, aws_secret_access_key = S3Service.Secret };
        var created = (await server.Admin.PostAsync("/api/storages/s3", settings)).ShouldHaveStatus(201);

        created.Text.ShouldNotContain(S3Service.Secret);
        (await server.Admin.GetAsync($"/api/storages/s3?project={project}")).Text.ShouldNotContain(S3Service.Secret);
        await using var connection = await server.Services.GetRequiredService<Database>().ReadAsync(TestContext.Current.CancellationToken);
        var stored = await connection.QuerySingleAsync<(string Settings, string Secrets)>("SELECT settings, sealed_secrets FROM storages WHERE id = @Id", new { created.Id });
        (stored.Settings + stored.Secrets).ShouldNotContain(S3Service.Secret);
    }

    [Theory, EachEngine]
    public async Task Settings_can_be_tried_with_the_credentials_of_a_storage(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync();
        var project = await server.Admin.CreateProjectAsync();
        // Without a bucket there is nothing to check yet.
        var storage = await server.Admin.ConnectAsync("s3", new { project, aws_access_key_id = "unknown", aws_secret_access_key = "secret" });

        var tried = await server.Admin.PostAsync("/api/storages/s3/validate", new { id = storage, project, bucket, s3_endpoint = s3.Address, title = "Tried" });

        tried.ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe([$"Wrong credentials for S3 {bucket}"]);
        (await server.Admin.PostAsync("/api/storages/s3/validate", Settings(project, bucket, new { id = storage }))).ShouldHaveStatus(200);
        (await server.Admin.GetAsync($"/api/storages/s3/{storage}")).Json["title"].ShouldBeNull();
        using var stranger = await server.SignUpAsync($"stranger-{Guid.NewGuid():N}@example.com");
        var own = await stranger.CreateProjectAsync();
        (await stranger.PostAsync("/api/storages/s3/validate", new { id = storage, project = own, bucket, s3_endpoint = s3.Address })).ShouldHaveStatus(404);
    }

    [Theory, EachEngine]
    public async Task What_cannot_be_reached_is_refused_with_the_reason(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var bucket = await s3.CreateBucketAsync(("a/b.json", "{}"));
        var project = await server.Admin.CreateProjectAsync();

        async Task<string> RefusalAsync(object settings, string field = "non_field_errors") =>
            (await server.Admin.PostAsync("/api/storages/s3/validate", settings)).ShouldHaveStatus(400).ErrorsOf(field).Single();

        (await RefusalAsync(Settings(project, "no-such-bucket", new { }))).ShouldBe("Cannot find bucket no-such-bucket in S3");
        (await RefusalAsync(Settings(project, bucket, new { prefix = "c" }))).ShouldBe($"s3://{bucket}/c not found.");
        (await RefusalAsync(Settings(project, bucket, new { aws_access_key_id = "unknown" }))).ShouldBe($"Wrong credentials for S3 {bucket}");
        (await RefusalAsync(Settings(project, "not/a/bucket", new { }), "bucket")).ShouldStartWith("Invalid bucket name \"not/a/bucket\"");
        (await RefusalAsync(Settings(project, bucket, new { s3_endpoint = "http://169.254.169.254" }))).ShouldContain("reserved network address");
        var files = (await server.Admin.PostAsync("/api/storages/s3/files", Settings(project, bucket, new { recursive_scan = true }))).ShouldHaveStatus(200);
        files.Json["files"]!.AsArray().Select(file => file!["key"]!.GetValue<string>()).ShouldBe(["a/b.json"]);
    }

    [Theory, EachEngine]
    public async Task A_private_network_is_open_to_what_an_administrator_has_set(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var bucket = await s3.CreateBucketAsync(("a.json", "{}"));
        var project = await server.Admin.CreateProjectAsync();
        using var manager = await server.InviteManagerAsync();

        var refused = await manager.PostAsync("/api/storages/s3", Settings(project, bucket, new { }));

        refused.ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single().ShouldContain("reserved network address");
        var storage = await server.Admin.ConnectAsync("s3", Settings(project, bucket, new { }));
        (await manager.PatchAsync($"/api/storages/s3/{storage}", new { title = "Renamed" })).ShouldHaveStatus(200);
        (await manager.SyncCountAsync("s3", storage)).ShouldBe(1);
        (await manager.PatchAsync($"/api/storages/s3/{storage}", new { bucket, s3_endpoint = s3.Address + "/" })).ShouldHaveStatus(400);
    }

    private JsonObject Settings(long project, string bucket, object more) => new JsonObject
    {
        ["project"] = project,
        ["bucket"] = bucket,
        ["s3_endpoint"] = s3.Address,
        ["aws_access_key_id"] = S3Service.Key,
        ["aws_secret_access_key"] = S3Service.Secret,
    }.With(more);
}
