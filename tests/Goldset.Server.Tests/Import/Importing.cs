using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Storages;

namespace Goldset.Server.Tests.Import;

/// <summary>What the import tests do most.</summary>
internal static class Importing
{
    public const string AnyData = "<View></View>";

    /// <summary>Imports files, each in a field of its own.</summary>
    public static Task<ApiReply> UploadAsync(this ApiClient client, long project, string query, params (string Name, string Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
            form.Add(part, $"file{form.Count()}", name);
        }
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/import{query}") { Content = form });
    }

    /// <summary>Imports one file.</summary>
    public static Task<ApiReply> UploadAsync(this ApiClient client, long project, string name, string content) => client.UploadAsync(project, "", (name, content));

    /// <summary>All tasks of a project in the order they were made.</summary>
    public static async Task<JsonNode[]> TasksAsync(this ApiClient client, long project)
    {
        var reply = await client.GetAsync($"/api/projects/{project}/tasks/?page_size=-1");
        if (reply.Status == 404) return [];
        return [.. reply.ShouldHaveStatus(200).Json.AsArray().Select(task => task!).OrderBy(task => task["id"]!.GetValue<long>())];
    }

    /// <summary>The data of all tasks as JSON text.</summary>
    public static async Task<string[]> DataAsync(this ApiClient client, long project) =>
        [.. (await client.TasksAsync(project)).Select(task => task["data"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))];

    /// <summary>The project's counter of tasks.</summary>
    public static async Task<int> TaskNumberAsync(this ApiClient client, long project) =>
        (await client.GetAsync($"/api/projects/{project}/")).ShouldHaveStatus(200).Json["task_number"]!.GetValue<int>();

    /// <summary>A body that is JSON, byte for byte.</summary>
    public static HttpRequestMessage JsonRequest(long project, byte[] body, string query = "")
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/import{query}") { Content = content };
    }

    /// <summary>Has tasks imported as a job.</summary>
    public static async Task<ApiReply> ImportAsJobAsync(this ApiClient client, long project, byte[] body, string query = "") =>
        (await client.SendAsync(JsonRequest(project, body, query).RespondAsync())).ShouldHaveStatus(202);

    /// <summary>Asks for an answer before the work is done.</summary>
    public static HttpRequestMessage RespondAsync(this HttpRequestMessage request)
    {
        request.Headers.Add("Prefer", "respond-async");
        return request;
    }

    /// <summary>An import that is done as a job, once it has ended.</summary>
    /// <param name="client">Who looks.</param>
    /// <param name="path">Its address.</param>
    public static async Task<JsonNode> EndOfImportAsync(this ApiClient client, string path)
    {
        var import = new JsonObject() as JsonNode;
        // On PostgreSQL another process might be at it, until its lease is over.
        await Storing.UntilAsync(async () => (import = (await client.GetAsync(path)).ShouldHaveStatus(200).Json)["status"]!.GetValue<string>() is not ("created" or "in_progress"), seconds: 40);
        return import;
    }
}
