using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.MachineLearning;

/// <summary>Reads, connects, changes and disconnects back ends, and keeps their state.</summary>
internal sealed class MlBackends(Database database, MlClient client, AddressRules addresses, TimeProvider clock)
{
    private const string BadUrl = "The provided URL was not valid. URLs must begin with http:// or https://, and cannot be local IPs.";
    private const string NoCredentials = "Authentication username and password is required for Basic Authentication.";

    /// <summary>The back ends of a project as they are stored, by id.</summary>
    public async Task<IReadOnlyList<MlBackend>> OfProjectAsync(long projectId, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<MlBackend>("SELECT * FROM ml_backends WHERE project_id = @projectId ORDER BY id", new { projectId })).AsList();
    }

    /// <summary>The back ends of a project, asked how they are.</summary>
    public async Task<IReadOnlyList<MlBackend>> ListAsync(Caller caller, long projectId, CancellationToken cancel)
    {
        var project = await ProjectAsync(projectId, caller, cancel) ?? throw ApiException.NoMatch("Project");
        var found = await OfProjectAsync(projectId, cancel);
        await Task.WhenAll(found.Select(backend => RefreshAsync(backend, project, cancel)));
        return found;
    }

    /// <summary>A back end with its project.</summary>
    public async Task<(MlBackend Backend, MlProject Project)> FindAsync(Caller caller, long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var backend = await connection.QueryFirstOrDefaultAsync<MlBackend?>("SELECT * FROM ml_backends WHERE id = @id", new { id });
        return backend is not null && await MlProject.FindAsync(connection, backend.ProjectId, caller.OrganizationId) is { } project ? (backend, project) : throw ApiException.NoMatch("MLBackend");
    }

    /// <summary>A back end, asked how it is.</summary>
    public async Task<MlBackend> GetAsync(Caller caller, long id, CancellationToken cancel)
    {
        var (backend, project) = await FindAsync(caller, id, cancel);
        await RefreshAsync(backend, project, cancel);
        return backend;
    }

    public async Task<MlBackend> CreateAsync(Caller caller, MlBackendRequest request, CancellationToken cancel)
    {
        var projectId = request.Project.Value;
        var project = await ProjectAsync(projectId, caller, cancel) ?? throw new ValidationException("project", $"Invalid pk \"{projectId}\" - object does not exist.");
        var now = Timestamp.Now(clock);
        var backend = new MlBackend { ProjectId = projectId, CreatedAt = now, UpdatedAt = now };
        await CheckAddressAsync(request.Url.Value, cancel);
        Apply(request, backend);
        await CheckAsync(backend, project, cancel);
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            tx.Context.MlBackends.Add(backend);
            await tx.Context.SaveChangesAsync();
            await tx.ExecuteAsync("UPDATE projects SET model_version = @Title WHERE id = @ProjectId AND show_collab_predictions AND COALESCE(model_version, '') = ''", new { backend.Title, backend.ProjectId });
            await ListenAsync(tx, backend, project, now);
        }, cancel);
        await RefreshAsync(backend, project, cancel);
        return backend;
    }

    public async Task<MlBackend> UpdateAsync(Caller caller, long id, MlBackendRequest request, CancellationToken cancel)
    {
        var (backend, project) = await FindAsync(caller, id, cancel);
        if (request.Project.IsSet && request.Project.Value != project.Id)
            project = await ProjectAsync(request.Project.Value, caller, cancel) ?? throw new ValidationException("project", $"Invalid pk \"{request.Project.Value}\" - object does not exist.");
        var before = backend.Title;
        await CheckAddressAsync(request.Url.Or(backend.Url), cancel);
        Apply(request, backend);
        backend.ProjectId = project.Id;
        await CheckAsync(backend, project, cancel);
        backend.UpdatedAt = Timestamp.Now(clock);
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            tx.Context.MlBackends.Update(backend);
            await tx.Context.SaveChangesAsync();
            if (backend.Title != before)
                await tx.ExecuteAsync("UPDATE projects SET model_version = @Title WHERE id = @ProjectId AND model_version = @before", new { backend.Title, backend.ProjectId, before });
        }, cancel);
        await RefreshAsync(backend, project, cancel);
        return backend;
    }

    /// <summary>Disconnects a back end. Its predictions stay.</summary>
    public async Task DeleteAsync(Caller caller, long id, CancellationToken cancel)
    {
        var (backend, _) = await FindAsync(caller, id, cancel);
        await database.WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync("""
            DELETE FROM ml_backends WHERE id = @Id;
            UPDATE projects SET model_version = '' WHERE id = @ProjectId AND model_version = @Title;
            """, new { backend.Id, backend.ProjectId, backend.Title }), cancel);
    }

    /// <summary>Asks a back end how it is, and stores that.</summary>
    /// <returns>The version it names, which a back end that is not to follow it does not take over.</returns>
    public async Task<string?> RefreshAsync(MlBackend backend, MlProject project, CancellationToken cancel)
    {
        string? version = null;
        if ((await client.HealthAsync(backend, cancel)).Error is not null) backend.State = MlState.Disconnected;
        else if (await client.SetupAsync(backend, project, cancel) is var setup && setup.Error is not null) (backend.State, backend.ErrorMessage) = (MlState.Error, setup.Error);
        else
        {
            (backend.State, backend.ErrorMessage) = (MlState.Connected, null);
            version = Version(setup.Json);
            if (backend.AutoUpdate) backend.ModelVersion = version;
        }
        await StoreStateAsync(backend, cancel);
        return version;
    }

    /// <summary>Stores the state, message and version of a back end.</summary>
    public Task StoreStateAsync(MlBackend backend, CancellationToken cancel)
    {
        backend.UpdatedAt = Timestamp.Now(clock);
        return database.WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync(
            "UPDATE ml_backends SET state = @State, error_message = @ErrorMessage, model_version = @ModelVersion, updated_at = @UpdatedAt WHERE id = @Id",
            new { backend.State, backend.ErrorMessage, backend.ModelVersion, backend.UpdatedAt, backend.Id }), cancel);
    }

    /// <summary>The project, or null when it is not there; within the caller's organization where there is a caller.</summary>
    public async Task<MlProject?> ProjectAsync(long id, Caller? caller, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await MlProject.FindAsync(connection, id, caller?.OrganizationId);
    }

    private static string? Version(JsonElement setup) =>
        setup.ValueKind == JsonValueKind.Object && setup.TryGetProperty("model_version", out var version) && version.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? version.ToString() : null;

    private void Apply(MlBackendRequest request, MlBackend backend)
    {
        backend.IsInteractive = request.IsInteractive.Or(backend.IsInteractive);
        backend.Url = request.Url.Or(backend.Url);
        backend.Title = request.Title.Or(backend.Title);
        backend.AuthMethod = request.AuthMethod.Or(backend.AuthMethod);
        backend.Description = request.Description.Or(backend.Description);
        if (request.ExtraParams.IsSet) backend.ExtraParams = request.ExtraParams.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : request.ExtraParams.Value.GetRawText();
        backend.ModelVersion = request.ModelVersion.Or(backend.ModelVersion);
        backend.Timeout = request.Timeout.Or(backend.Timeout);
        backend.AutoUpdate = request.AutoUpdate.Or(backend.AutoUpdate);
        backend.BasicAuthUser = request.BasicAuthUser.Or(backend.BasicAuthUser);
        if (request.BasicAuthPass is { IsSet: true, Value: { Length: > 0 } password }) backend.BasicAuthPassSealed = client.Seal(password);
        if (backend.AuthMethod != "BASIC_AUTH") return;
        if (string.IsNullOrEmpty(backend.BasicAuthUser) || (!request.BasicAuthPass.IsSet && backend.BasicAuthPassSealed is null)) throw new ValidationException(NoCredentials);
        if (backend.BasicAuthPassSealed is null) throw new ValidationException("Authentication password is required for Basic Authentication.");
    }

    private async Task CheckAddressAsync(string url, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            throw new ApiException(StatusCodes.Status403Forbidden, BadUrl);
        IPAddress[] found;
        try
        {
            found = IPAddress.TryParse(address.DnsSafeHost, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(address.DnsSafeHost, cancel);
        }
        catch (SocketException)
        {
            throw new ApiException(StatusCodes.Status400BadRequest, $"Can't resolve hostname {address.DnsSafeHost}");
        }
        if (found.Any(ip => addresses.RefusedBlock(address.Host, ip, Reach.Private) is not null)) throw new ApiException(StatusCodes.Status403Forbidden, BadUrl);
    }

    private async Task CheckAsync(MlBackend backend, MlProject project, CancellationToken cancel)
    {
        var health = await client.HealthAsync(backend, cancel);
        if (health.Status == StatusCodes.Status401Unauthorized)
            throw new ValidationException("Able to connect to ML Server, but authentication parameters were either not provided or are incorrect.");
        if (health.Error is not null)
            throw new ValidationException(
                $"Can't connect to ML backend {backend.Url}, health check failed. Make sure it is up and your firewall is properly configured. " +
                $"<a href=\"https://labelstud.io/guide/ml.html\">Learn more</a> about how to set up an ML backend. Additional info: {health.Error}");
        var setup = await client.SetupAsync(backend, project, cancel);
        if (setup.Error is not null)
            throw new ValidationException(
                $"Successfully connected to {backend.Url} but it doesn't look like a valid ML backend. Reason: {setup.Error}.\n" +
                "Check the ML backend server console logs to check the status.There might be something wrong with your model or it might be incompatible with the current labeling configuration.");
    }

    /// <summary>Has the back end told of the project's events, unless it is.</summary>
    private static async Task ListenAsync(WriteTransaction tx, MlBackend backend, MlProject project, Timestamp now)
    {
        var url = MlClient.Address(backend, "webhook");
        if (!WebhookUrl.IsValid(url) || url.Length > WebhookUrl.MaxLength || await tx.Context.Webhooks.AnyAsync(w => w.ProjectId == project.Id && w.Url == url)) return;
        tx.Context.Webhooks.Add(new Webhook { OrganizationId = project.OrganizationId, ProjectId = project.Id, Url = url, CreatedAt = now, UpdatedAt = now });
        await tx.Context.SaveChangesAsync();
    }
}
