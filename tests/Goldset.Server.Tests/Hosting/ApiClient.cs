using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Goldset.Server.Tests.Hosting;

/// <summary>Someone who speaks to the API: the plain verbs, and what tests do most.</summary>
public sealed class ApiClient : IDisposable
{
    /// <summary>A configuration that fits tasks with a <c>text</c>.</summary>
    public const string ChoicesConfig =
        """<View><Text name="text" value="$text"/><Choices name="label" toName="text"><Choice value="pos"/><Choice value="neg"/></Choices></View>""";

    private readonly HttpClient http;

    /// <param name="server">Where the server listens.</param>
    /// <param name="token">Sent as <c>Authorization: Token</c>; null for none.</param>
    /// <param name="keepsCookies">Behaves as a browser does.</param>
    public ApiClient(Uri server, string? token, bool keepsCookies = false)
    {
        Token = token;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = keepsCookies, UseProxy = false }) { BaseAddress = server };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", token);
    }

    /// <summary>The access token, or null.</summary>
    public string? Token { get; }

    public Task<ApiReply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<ApiReply> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<ApiReply> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<ApiReply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<ApiReply> DeleteAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));

    public Task<ApiReply> PostFormAsync(string path, Dictionary<string, string> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Uploads a file the way the web app and the SDK do.</summary>
    public Task<ApiReply> UploadAsync(string path, string fileName, byte[] content)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Sends any request and reads the whole reply.</summary>
    public async Task<ApiReply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var what = $"{request.Method} {request.RequestUri!.PathAndQuery}";
            return new ApiReply(what, (int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Makes a project and gives its id.</summary>
    public async Task<long> CreateProjectAsync(string config = ChoicesConfig, string title = "A project")
    {
        var reply = await PostAsync("/api/projects/", new { title, label_config = config });
        reply.ShouldHaveStatus(201);
        return reply.Id;
    }

    /// <summary>Imports tasks and gives their ids in order.</summary>
    /// <param name="project">Where to.</param>
    /// <param name="tasks">What is serialized to the JSON body.</param>
    public async Task<long[]> ImportAsync(long project, object tasks)
    {
        var reply = await PostAsync($"/api/projects/{project}/import?return_task_ids=true", tasks);
        reply.ShouldHaveStatus(201);
        return [.. reply.Json["task_ids"]!.AsArray().Select(id => id!.GetValue<long>())];
    }

    /// <summary>Imports as many tasks with a <c>text</c> and gives their ids in order.</summary>
    public Task<long[]> ImportTextsAsync(long project, int count) =>
        ImportAsync(project, Enumerable.Range(1, count).Select(number => new { text = $"text {number}" }));

    /// <summary>Submits an annotation that chooses a label of <see cref="ChoicesConfig"/> and gives its id.</summary>
    public async Task<long> AnnotateAsync(long task, string choice = "pos")
    {
        var result = new[] { new { from_name = "label", to_name = "text", type = "choices", value = new { choices = new[] { choice } } } };
        var reply = await PostAsync($"/api/tasks/{task}/annotations/", new { result });
        reply.ShouldHaveStatus(201);
        return reply.Id;
    }

    public void Dispose() => http.Dispose();

    private Task<ApiReply> SendAsync(HttpMethod method, string path, object? body) =>
        SendAsync(new HttpRequestMessage(method, path) { Content = ContentOf(body) });

    private static HttpContent? ContentOf(object? body) => body switch
    {
        null => null,
        string json => new StringContent(json, Encoding.UTF8, "application/json"),
        JsonNode json => new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json"),
        _ => JsonContent.Create(body),
    };
}
