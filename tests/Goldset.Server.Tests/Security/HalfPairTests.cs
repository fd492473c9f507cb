using System.Text;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Security;

/// <summary>Half of a surrogate pair (<c>"\ud800"</c>) is kept in results and data, and refused where a text or a name is wanted.</summary>
public class HalfPairTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task Are_kept_or_refused_and_no_error_of_the_server(Goldset.Data.Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = (await server.Admin.PostAsync("/api/projects/", new { title = "Half pairs", label_config = ApiClient.ChoicesConfig })).ShouldHaveStatus(201).Id;
        var task = (await server.Admin.PostAsync("/api/tasks/", new { project, data = new { text = "a" } })).ShouldHaveStatus(201).Id;
        const string Region = """{"from_name":"label","to_name":"text","type":"choices","value":{"choices":["pos"]},"meta":{"text":["\ud800"]}}""";
        (string Method, string Path, string Body, int Status)[] requests =
        [
            ("POST", $"/api/tasks/{task}/annotations/", $$"""{"result":[{{Region}}]}""", 201),
            ("POST", $"/api/tasks/{task}/drafts", $$"""{"result":[{{Region}}]}""", 201),
            ("POST", "/api/predictions/", $$"""{"task":{{task}},"result":[{{Region}}]}""", 201),
            ("POST", "/api/tasks/", $$"""{"project":{{project}},"data":{"text":"\ud800"} }""", 201),
            ("POST", $"/api/projects/{project}/import", """[{"text":"\ud800"}]""", 201),
            ("POST", "/api/predictions/", $$"""{"task":{{task}},"result":"\ud800"}""", 400),
            ("POST", $"/api/tasks/{task}/annotations/", """{"result":[{"\ud800":1}]}""", 400),
            ("POST", "/api/tasks/", $$"""{"project":{{project}},"data":{"text":"a","\ud800":1} }""", 400),
            ("POST", $"/api/projects/{project}/import?preannotated_from_fields=label", """[{"text":"x","label":"\ud800"}]""", 400),
            ("POST", "/api/projects/", """{"title":"\ud800"}""", 400),
            ("PATCH", $"/api/projects/{project}/", """{"show_instruction":"\ud800"}""", 400),
            ("POST", $"/api/projects/{project}/validate/", """{"label_config":"\ud800"}""", 400),
            ("POST", "/api/dm/views/", $$"""{"project":{{project}},"data":{"title":"\ud800"} }""", 400),
            ("POST", "/api/dm/views/order/", $$"""{"project":{{project}},"ids":["\ud800"]}""", 400),
            ("POST", $"/api/dm/actions/?id=delete_tasks&project={project}", """{"\ud800":1}""", 400),
            ("POST", $"/api/dm/actions/?id=delete_tasks&project={project}", """{"ordering":["\ud800"]}""", 400),
            ("GET", $"/api/tasks/?project={project}&query=%7B%22ordering%22%3A%5B%22%5Cud800%22%5D%7D", "", 400),
        ];
        foreach (var (method, path, body, status) in requests)
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (body.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            (await server.Admin.SendAsync(request)).ShouldHaveStatus(status);
        }

        (await server.Admin.GetAsync($"/api/tasks/{task}/")).ShouldHaveStatus(200).Text.ShouldContain("\\ud800");
        (await server.Admin.GetAsync($"/api/tasks/?project={project}&fields=all")).ShouldHaveStatus(200).Text.ShouldContain("\\ud800");
        (await server.Admin.GetAsync($"/api/projects/{project}/export?download_all_tasks=true")).ShouldHaveStatus(200).Text.ShouldContain("\\ud800");
    }
}
