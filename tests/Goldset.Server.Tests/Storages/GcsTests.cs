using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Storages.Gcs;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Storages;

/// <summary>Storages of Google Cloud, with a service that answers as it does.</summary>
public sealed class GcsTests(TestServers servers, GcsService gcs) : IClassFixture<GcsService>
{
    [Theory, EachEngine]
    public async Task Objects_become_tasks_whose_addresses_a_browser_can_open(Engine engine)
    {
        var server = await gcs.ServerAsync(engine);
        var bucket = gcs.CreateBucket(("a b.jpg", "one"), ("subdir/c.jpg", "two"), ("subdir/d.jpg", "three"), ("subdir/deep/e.jpg", "four"));
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        var storage = await server.Admin.ConnectAsync("gcs", Settings(project, bucket, new { use_blob_urls = true }));

        (await server.Admin.SyncCountAsync("gcs", storage)).ShouldBe(1);
        var task = (await server.Admin.GetAsync($"/api/tasks?project={project}&fields=all")).ShouldHaveStatus(200).Json["tasks"]![0]!;
        var address = task["data"]!["image_url"]!.GetValue<string>();
        address.ShouldStartWith($"/tasks/{task["id"]}/resolve/?fileuri=");
        var redirect = (await server.Admin.GetAsync(address)).ShouldHaveStatus(303);
        using var browser = new ApiClient(new Uri(gcs.Address), token: null);
        (await browser.GetAsync(new Uri(redirect.Headers["Location"]).PathAndQuery)).ShouldHaveStatus(200).Text.ShouldBe("one");
        using var stranger = await server.SignUpAsync($"stranger-{Guid.NewGuid():N}@example.com");
        (await stranger.GetAsync(address)).ShouldHaveStatus(404);

        // More than a page of the service.
        (await server.Admin.PatchAsync($"/api/storages/gcs/{storage}", new { prefix = "subdir", recursive_scan = true })).ShouldHaveStatus(200);
        (await server.Admin.SyncCountAsync("gcs", storage)).ShouldBe(3);
    }

    [Theory, EachEngine]
    public async Task Links_at_any_depth_lead_to_the_bucket_that_is_connected(Engine engine)
    {
        var server = await gcs.ServerAsync(engine);
        var shown = gcs.CreateBucket();
        var bucket = gcs.CreateBucket(("a.json", $$$"""{"nested": {"list": ["gs://{{{shown}}}/x y.jpg", "gs://other/y.jpg"], "html": "<a href='s3://other/z'><img src=\"gs://{{{shown}}}/z.jpg\">"}}"""));
        var project = await server.Admin.CreateProjectAsync("<View/>");
        (await server.Admin.SyncCountAsync("gcs", await server.Admin.ConnectAsync("gcs", Settings(project, bucket)))).ShouldBe(1);
        await server.Admin.ConnectAsync("gcs", Settings(project, shown));

        var nested = (await server.Admin.GetAsync($"/api/tasks?project={project}&fields=all")).ShouldHaveStatus(200).Json["tasks"]![0]!["data"]!["nested"]!;

        nested["list"]![0]!.GetValue<string>().ShouldStartWith("/tasks/");
        nested["list"]![1]!.GetValue<string>().ShouldBe("gs://other/y.jpg");
        nested["html"]!.GetValue<string>().ShouldStartWith("<a href='s3://other/z'><img src=\"/tasks/");
    }

    [Theory, EachEngine]
    public async Task Without_signed_addresses_the_server_hands_out_the_object_and_ranges_of_it(Engine engine)
    {
        var server = await gcs.ServerAsync(engine);
        var bucket = gcs.CreateBucket(("sub/a.jpg", "0123456789"));
        var project = await server.Admin.CreateProjectAsync(Storing.ImageConfig);
        await server.Admin.ConnectAsync("gcs", Settings(project, bucket, new { presign = false }));
        var address = $"/projects/{project}/resolve/?fileuri={Uri.EscapeDataString($"gs://{bucket}/sub/a.jpg")}";

        var whole = (await server.Admin.GetAsync(address)).ShouldHaveStatus(200);

        whole.Text.ShouldBe("0123456789");
        whole.Headers["Content-Type"].ShouldBe("image/jpeg");
        var part = await server.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Range", "bytes=2-4" } } });
        part.ShouldHaveStatus(206).Text.ShouldBe("234");
        part.Headers["Content-Range"].ShouldBe("bytes 2-4/10");
        (await server.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", whole.Headers["ETag"] } } })).ShouldHaveStatus(304);
        (await server.Admin.GetAsync(address.Replace("a.jpg", "gone.jpg", StringComparison.Ordinal))).ShouldHaveStatus(424);
    }

    [Theory, EachEngine]
    public async Task Annotations_are_written_when_they_are_saved_and_removed_with_them(Engine engine)
    {
        var server = await gcs.ServerAsync(engine);
        var bucket = gcs.CreateBucket();
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportTextsAsync(project, 2);
        var first = await server.Admin.AnnotateAsync(tasks[0]);
        var storage = await server.Admin.ConnectAsync("export/gcs", Settings(project, bucket, new { prefix = "out", can_delete_objects = true }));
        await Storing.UntilAsync(() => Task.FromResult(gcs.Keys(bucket).SequenceEqual([$"out/{first}"])));

        var second = await server.Admin.AnnotateAsync(tasks[1]);

        await Storing.UntilAsync(() => Task.FromResult(gcs.Keys(bucket).Contains($"out/{second}")));
        JsonNode.Parse(gcs.Read(bucket, $"out/{second}"))!["task"]!["id"]!.GetValue<long>().ShouldBe(tasks[1]);
        (await server.Admin.SyncCountAsync("export/gcs", storage)).ShouldBe(2);
        (await server.Admin.DeleteAsync($"/api/annotations/{first}/")).ShouldHaveStatus(204);
        await Storing.UntilAsync(() => Task.FromResult(gcs.Keys(bucket).SequenceEqual([$"out/{second}"])));
    }

    [Theory, EachEngine]
    public async Task Credentials_are_kept_encrypted_and_never_answered(Engine engine)
    {
        var server = await gcs.ServerAsync(engine);
        var bucket = gcs.CreateBucket();
        var project = await server.Admin.CreateProjectAsync();
        var created = (await server.Admin.PostAsync("/api/storages/gcs", Settings(project, bucket))).ShouldHaveStatus(201);

        created.Text.ShouldNotContain("PRIVATE KEY");
        (await server.Admin.PostAsync("/api/storages/gcs/validate", new { id = created.Id, project, bucket })).ShouldHaveStatus(200);
        await using var connection = await server.Services.GetRequiredService<Database>().ReadAsync(TestContext.Current.CancellationToken);
        var stored = await connection.QuerySingleAsync<(string Settings, string Secrets)>("SELECT settings, sealed_secrets FROM storages WHERE id = @Id", new { created.Id });
        (stored.Settings + stored.Secrets).ShouldNotContain("PRIVATE KEY");
    }

    [Theory, EachEngine]
    public async Task What_cannot_be_reached_is_refused_with_the_reason(Engine engine)
    {
        var server = await gcs.ServerAsync(engine);
        var bucket = gcs.CreateBucket(("a/b.json", "{}"));
        var project = await server.Admin.CreateProjectAsync();
        var other = JsonNode.Parse(gcs.Credentials)!.AsObject();
        using var key = RSA.Create(2048);
        other["private_key"] = key.ExportPkcs8PrivateKeyPem();

        async Task<string> RefusalAsync(object settings) =>
            (await server.Admin.PostAsync("/api/storages/gcs/validate", settings)).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single();

        async Task<string> WithAsync(string credentials) => await RefusalAsync(Settings(project, bucket, new { google_application_credentials = credentials }));

        (await RefusalAsync(new { project, bucket })).ShouldContain("Anonymous caller does not have access");
        (await RefusalAsync(Settings(project, "no-such-bucket"))).ShouldContain("The specified bucket does not exist.");
        (await RefusalAsync(Settings(project, bucket, new { prefix = "c" }))).ShouldBe($"No blobs found in {bucket}/c or prefix doesn't exist");
        (await WithAsync("notjson")).ShouldBe("Google Application Credentials must be valid JSON string. Expecting value: line 1 column 1 (char 0)");
        (await WithAsync("""{"type": "external_account", "credential_source": {"file": "/etc/passwd"}}""")).ShouldStartWith("Service account info was not in the expected format");
        (await WithAsync(other.ToJsonString())).ShouldContain("Invalid JWT Signature.");
        other["token_uri"] = "http://169.254.169.254/token";
        (await WithAsync(other.ToJsonString())).ShouldContain("reserved network address");
    }

    [Theory, EachEngine]
    public async Task A_private_network_is_closed_to_a_manager_and_to_the_address_of_tokens(Engine engine)
    {
        await using var server = await servers.StartAsync(engine, options => options with { GoogleStorageEndpoint = gcs.Address });
        var bucket = gcs.CreateBucket();
        var project = await server.Admin.CreateProjectAsync();
        using var manager = await server.InviteManagerAsync();

        (await manager.PostAsync("/api/storages/gcs", new { project, bucket })).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single().ShouldContain("reserved network address");
        (await server.Admin.PostAsync("/api/storages/gcs", Settings(project, bucket))).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single().ShouldContain("reserved network address");
    }

    // Of the conformance tests that Google publishes for clients of the service.
    [Theory]
    [InlineData("test-bucket", "test-object", 10, "2019-02-01", "20190201T090000Z", "00e2fb794ea93d7adb703edaebdd509821fcc7d4f1a79ac5c8d2b394df109320")]
    [InlineData("test-bucket", "test-object", 20, "2019-03-01", "20190301T090000Z", "779f19fdb6fd381390e2d5af04947cf21750277ee3c20e0c97b7e46a1dff8907")]
    [InlineData("test-bucket2", "test-object2", 10, "2019-02-01", "20190201T090000Z", "a139afbf35ac30e9864f63197f79609731ab1b0ca166e2a456dba156fcd3f9ce")]
    [InlineData("test-bucket", "/path/with/slashes/under_score/amper&sand/file.ext", 10, "2019-02-01", "20190201T090000Z", "63c601ecd6ccfec84f1113fc906609cbdf7651395f4300cecd96ddd2c35164f8")]
    public void What_is_signed_is_what_the_service_expects(string bucket, string key, int seconds, string day, string time, string hash)
    {
        var signed = "";

        var address = SignedUrl.Create("https://storage.googleapis.com", bucket, key, "test-iam-credentials@dummy-project-id.iam.gserviceaccount.com",
            DateTimeOffset.Parse($"{day}T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromSeconds(seconds), text =>
            {
                signed = Encoding.UTF8.GetString(text);
                return Convert.ToBase64String([0xab, 0x01]);
            });

        signed.ShouldBe($"GOOG4-RSA-SHA256\n{time}\n{time[..8]}/auto/storage/goog4_request\n{hash}");
        address.ShouldStartWith($"https://storage.googleapis.com/{bucket}/{key.Replace("&", "%26", StringComparison.Ordinal)}?X-Goog-Algorithm=GOOG4-RSA-SHA256&");
        address.ShouldEndWith("&X-Goog-Signature=ab01");
    }

    private JsonObject Settings(long project, string bucket, object? more = null) =>
        new JsonObject { ["project"] = project, ["bucket"] = bucket, ["google_application_credentials"] = gcs.Credentials }.With(more);
}
