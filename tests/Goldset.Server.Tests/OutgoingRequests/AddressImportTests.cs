using System.Net;
using System.Net.Sockets;
using System.Text;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;

namespace Goldset.Server.Tests.OutgoingRequests;

/// <summary>Import from addresses.</summary>
public sealed class AddressImportTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task Addresses_that_are_not_public_are_never_asked(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync();
        await using var host = new FileHost(_ => Ok("""[{"text": "secret"}]"""));

        foreach (var name in new[] { "127.0.0.1", "localhost", "[::1]", "0", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]" })
            (await ImportAsync(admin, project, $"http://{name}:{host.Port}/tasks.json")).ShouldHaveStatus(400);
        (await ImportAsync(admin, project, $"http://127.0.0.1:{host.Port}/tasks.json")).ErrorsOf("non_field_errors")
            .ShouldBe(["URL resolves to a reserved network address (block: 127.0.0.0/8)"]);
        (await ImportAsync(admin, project, "http://does-not-exist.invalid/a.json")).ErrorsOf("non_field_errors").ShouldBe(["Can't resolve hostname does-not-exist.invalid"]);
        foreach (var address in new[] { "ftp://127.0.0.1/a.json", "file:///etc/passwd", "nonsense", "//host/a.json", "http://" })
            (await ImportAsync(admin, project, address)).ShouldHaveStatus(400).ErrorsOf("non_field_errors")
                .ShouldBe(["The provided URL was not valid. URLs must begin with http:// or https://, and cannot be local IPs."]);

        host.Requests.ShouldBe(0);
        (await admin.TaskNumberAsync(project)).ShouldBe(0);
    }

    [Theory, EachEngine]
    public async Task A_redirect_leads_no_further_than_the_address_itself(Engine engine)
    {
        await using var secret = new FileHost(_ => Ok("""[{"text": "secret"}]"""), "127.0.0.2");
        await using var host = new FileHost(path => path switch
        {
            "/out" => $"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:{secret.Port}/tasks.json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "/in" => "HTTP/1.1 302 Found\r\nLocation: /files/t%C3%A4sks.json?x=1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            _ => Ok("""[{"text": "moved"}]"""),
        });
        await using var server = await servers.StartAsync(engine, options => options with { AllowHosts = ["127.0.0.1"] });
        var project = await server.Admin.CreateProjectAsync();

        (await ImportAsync(server.Admin, project, $"http://127.0.0.1:{host.Port}/out")).ShouldHaveStatus(400).ErrorsOf("non_field_errors")
            .ShouldBe(["URL resolves to a reserved network address (block: 127.0.0.0/8)"]);
        (await ImportAsync(server.Admin, project, $"http://127.0.0.1:{host.Port}/in")).ShouldHaveStatus(201);

        secret.Requests.ShouldBe(0);
        (await server.Admin.DataAsync(project)).ShouldBe(["""{"text":"moved"}"""]);
        (await server.Admin.TasksAsync(project))[0]["file_upload"].ShouldNotBeNull();
        (await server.Admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json[0]!["file"]!.GetValue<string>().ShouldEndWith("-täsks.json");
    }

    [Theory, EachEngine]
    public async Task What_comes_is_a_file_whatever_its_status(Engine engine)
    {
        await using var host = new FileHost(path => path switch
        {
            "/big.csv" => "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n",
            "/cut.csv" => "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\ntext\n",
            "/gone.json" => Ok("""{"detail": "no file"}""").Replace("200 OK", "404 Not Found", StringComparison.Ordinal),
            _ => Ok("text\na\n"),
        });
        await using var server = await servers.StartAsync(engine, options => options with { AllowHosts = ["127.0.0.1"], MaxBodySize = 1_000_000 });
        var project = await server.Admin.CreateProjectAsync();
        var origin = $"http://127.0.0.1:{host.Port}";

        (await ImportAsync(server.Admin, project, origin + "/a.csv")).ShouldHaveStatus(201).Json["could_be_tasks_list"]!.GetValue<bool>().ShouldBeTrue();
        (await ImportAsync(server.Admin, project, origin + "/noext")).ShouldHaveStatus(201);
        (await ImportAsync(server.Admin, project, origin + "/gone.json")).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single().ShouldContain("{'data': {'detail': 'no file'}, 'file_upload_id': ");
        (await ImportAsync(server.Admin, project, origin + "/x.exe")).ErrorsOf("non_field_errors").ShouldBe([".exe extension is not supported"]);
        (await ImportAsync(server.Admin, project, origin + "/a.csv?signature=1")).ErrorsOf("non_field_errors").ShouldBe([".csv?signature=1 extension is not supported"]);
        (await ImportAsync(server.Admin, project, origin + "/big.csv")).ErrorsOf("non_field_errors").ShouldBe(["Maximum total size of all files is 1000000 bytes, current size is 99999999999 bytes"]);
        (await ImportAsync(server.Admin, project, origin + "/cut.csv")).ShouldHaveStatus(400);

        (await server.Admin.DataAsync(project))[0].ShouldBe("""{"text":"a"}""");
        (await server.Admin.TaskNumberAsync(project)).ShouldBe(2);
    }

    private static Task<ApiReply> ImportAsync(ApiClient client, long project, string url) => client.PostFormAsync($"/api/projects/{project}/import", new() { ["url"] = url });

    private static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    /// <summary>A web server on loopback that answers each path with a text.</summary>
    private sealed class FileHost : IAsyncDisposable
    {
        private readonly TcpListener listener;
        private readonly Task serving;
        private int requests;

        public FileHost(Func<string, string> answer, string address = "127.0.0.1")
        {
            listener = new TcpListener(IPAddress.Parse(address), 0);
            listener.Start();
            serving = ServeAsync(answer);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Requests => requests;

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
        }

        private async Task ServeAsync(Func<string, string> answer)
        {
            while (true)
            {
                TcpClient client;
                try
                {
                    client = await listener.AcceptTcpClientAsync();
                }
                catch (SocketException)
                {
                    return;
                }
                using (client)
                {
                    await using var stream = client.GetStream();
                    using var reader = new StreamReader(stream);
                    var path = (await reader.ReadLineAsync())!.Split(' ')[1];
                    while (await reader.ReadLineAsync() is { Length: > 0 })
                    {
                    }
                    requests++;
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer(path)));
                }
            }
        }
    }
}
