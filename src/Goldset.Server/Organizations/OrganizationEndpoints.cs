using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Organizations;

/// <summary>Organizations, their members, invitations and sign-in rules.</summary>
internal static class OrganizationEndpoints
{
    public static void MapOrganizations(this IEndpointRouteBuilder routes)
    {
        var organizations = routes.MapGroup("/api/organizations").WithTags("Organizations");
        organizations.MapGet("/", ListAsync).WithName("api_organizations_list").WithSummary("List own organizations").Produces<OrganizationItem[]>();
        organizations.MapPost("/", CreateAsync).WithName("api_organizations_create").WithSummary("Create an organization").RequireRole(Role.Administrator)
            .TakesBody<OrganizationRequest>().Produces<OrganizationItem>(201);
        organizations.MapGet("/{id:long}", GetAsync).WithName("api_organizations_read").WithSummary("Get an organization").Produces<OrganizationResponse>();
        organizations.MapPatch("/{id:long}", UpdateAsync).WithName("api_organizations_partial_update").WithSummary("Change an organization")
            .RequireRole(Role.Administrator).TakesBody<OrganizationRequest>().Produces<OrganizationResponse>();
        organizations.MapPut("/{id:long}", UpdateAsync).WithName("api_organizations_update").WithSummary("Replace an organization's settings")
            .RequireRole(Role.Administrator).TakesBody<OrganizationRequest>().Produces<OrganizationResponse>();
        organizations.MapGet("/{id:long}/memberships", MembersAsync).WithName("api_organizations_memberships_list").WithSummary("List members").TakesPage()
            .TakesQuery("contributed_to_projects", QueryType.Switch, "With the projects that members made and worked in")
            .Produces<PageOf<MemberResponse>>();
        organizations.MapGet("/{id:long}/memberships/{userId:long}/", MemberAsync).WithName("api_organizations_memberships_read").WithSummary("Get a member").Produces<MemberDetail>();
        organizations.MapDelete("/{id:long}/memberships/{userId:long}/", RemoveMemberAsync).WithName("api_organizations_memberships_delete").WithSummary("Remove a member")
            .RequireRole(Role.Administrator).Produces(204);

        var invitations = routes.MapGroup("/api").WithTags("Invites");
        invitations.MapGet("/invite", InviteAsync).WithName("api_invite_read").WithSummary("Get the invitation link").RequireRole(Role.Administrator).Produces<InviteResponse>();
        invitations.MapPost("/invite/reset-token", ResetInviteAsync).WithName("api_invite_reset-token_create").WithSummary("Replace the invitation link")
            .RequireRole(Role.Administrator).Produces<InviteResponse>(201);

        routes.MapGet("/api/jwt/settings", TokenSettingsAsync).WithName("api_jwt_settings_read").WithTags("JWT").WithSummary("Which tokens are accepted")
            .Produces<TokenSettings>();
        routes.MapPost("/api/jwt/settings", SetTokenSettingsAsync).WithName("api_jwt_settings_create").WithTags("JWT").WithSummary("Set which tokens are accepted").RequireRole(Role.Administrator).TakesBody<TokenSettingsRequest>().Produces<TokenSettings>();
        routes.MapGet("/api/session-policy/", PolicyAsync).WithName("api_session-policy_list").WithTags("Session Policy").WithSummary("How long sessions last")
            .Produces<SessionPolicy>();
        routes.MapPatch("/api/session-policy/", SetPolicyAsync).WithName("api_session-policy_partial_update").WithTags("Session Policy").WithSummary("Set how long sessions last").RequireRole(Role.Administrator).TakesBody<SessionPolicyRequest>().Produces<SessionPolicy>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        await using var context = database.Context();
        var items = await (from m in context.OrganizationMembers
                           join o in context.Organizations on m.OrganizationId equals o.Id
                           where m.UserId == caller.UserId && m.DeletedAt == null
                           orderby o.Id
                           select new OrganizationItem(o.Id, o.Title, o.ContactInfo, o.CreatedAt)).ToListAsync(cancel);
        var fields = FieldSelection.From(http.Request, "fields");
        return Json.Result(items.Select(fields.Apply).ToArray());
    }

    private static async Task<IResult> CreateAsync(HttpContext http, Database database, AccountCreation accounts, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<OrganizationRequest>(http.Request, partial: false, cancel);
        var made = await database.WriteAsync(WriteLane.Interactive,
            tx => accounts.CreateOrganizationAsync(tx, caller.UserId, request.Title.Value!, request.ContactInfo.Or(null)), cancel);
        return Json.Result(new OrganizationItem(made.Id, made.Title, made.ContactInfo, made.CreatedAt), 201);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, Database database, CancellationToken cancel)
    {
        await MustBeMemberAsync(http.Caller(), id, database, cancel);
        return FieldSelection.From(http.Request, "fields").Respond(await ReadAsync(id, database, cancel));
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, Database database, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        await MustBeMemberAsync(caller, id, database, cancel);
        if (id != caller.OrganizationId) throw ApiException.Forbidden();
        var request = await RequestBinder.BindAsync<OrganizationRequest>(http.Request, partial: HttpMethods.IsPatch(http.Request.Method), cancel);
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var organization = await tx.Context.Organizations.FirstAsync(o => o.Id == id);
            organization.Title = request.Title.Or(organization.Title);
            organization.ContactInfo = request.ContactInfo.Or(organization.ContactInfo);
            organization.UpdatedAt = Timestamp.Now(clock);
            await tx.Context.SaveChangesAsync();
        }, cancel);
        return FieldSelection.From(http.Request, "fields").Respond(await ReadAsync(id, database, cancel));
    }

    private static async Task<OrganizationResponse> ReadAsync(long id, Database database, CancellationToken cancel)
    {
        await using var context = database.Context();
        var o = await context.Organizations.FirstAsync(x => x.Id == id, cancel);
        var users = await context.OrganizationMembers.Where(m => m.OrganizationId == id).OrderBy(m => m.Id).Select(m => m.UserId).ToListAsync(cancel);
        return new OrganizationResponse(o.Id, o.Title, o.InviteToken, o.CreatedAt, o.UpdatedAt, o.ContactInfo, o.CreatedById, users);
    }

    private static async Task<IResult> MembersAsync(HttpContext http, long id, Database database, PublicAddress address, CancellationToken cancel)
    {
        var caller = http.Caller();
        if (!await IsMemberAsync(caller, id, database, cancel)) throw ApiException.NoMatch("Organization");
        var paging = Paging.From(http.Request, 20, allSize: 1_000_000);
        var contributed = http.Request.Flag("contributed_to_projects", false);
        await using var connection = await database.ReadAsync(cancel);
        var count = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM organization_members WHERE organization_id = @id", new { id });
        var page = paging.Within(count);
        var rows = (await connection.QueryAsync<MemberRow>($"""
            SELECT m.id AS membership_id, m.role, m.deleted_at AS member_deleted_at, {UserRow.Columns}
            FROM organization_members m JOIN users u ON u.id = m.user_id {UserRow.Joins}
            WHERE m.organization_id = @id ORDER BY u.username, m.id LIMIT @Size OFFSET @Offset
            """, new { id, page.Size, page.Offset })).AsList();
        (ILookup<long, ProjectTitle> Created, ILookup<long, ProjectTitle> Contributed)? projects = contributed ? await ProjectsOfMembersAsync(connection, id) : null;
        var origin = address.Before(http.Request);
        var results = rows.Select(r => new MemberResponse(r.MembershipId, id, new MemberUser(
            r.ToResponse(origin), projects?.Created[r.Id].ToList(), projects?.Contributed[r.Id].ToList()))).ToList();
        return Json.Result(PageOf.Create(http.Request, page, count, results));
    }

    private static async Task<(ILookup<long, ProjectTitle> Created, ILookup<long, ProjectTitle> Contributed)> ProjectsOfMembersAsync(System.Data.Common.DbConnection connection, long organizationId)
    {
        var created = await connection.QueryAsync<(long UserId, long Id, string? Title)>(
            "SELECT created_by_id, id, title FROM projects WHERE organization_id = @organizationId AND deleted_at IS NULL AND created_by_id IS NOT NULL ORDER BY id", new { organizationId });
        var contributed = await connection.QueryAsync<(long UserId, long Id, string? Title)>("""
            SELECT m.user_id, p.id, p.title FROM projects p JOIN organization_members m ON m.organization_id = p.organization_id
            WHERE p.organization_id = @organizationId AND p.deleted_at IS NULL
              AND EXISTS (SELECT 1 FROM annotations a WHERE a.project_id = p.id AND a.completed_by_id = m.user_id)
            ORDER BY p.id
            """, new { organizationId });
        return (created.ToLookup(p => p.UserId, p => new ProjectTitle(p.Id, p.Title)), contributed.ToLookup(p => p.UserId, p => new ProjectTitle(p.Id, p.Title)));
    }

    private static async Task<IResult> MemberAsync(HttpContext http, long id, long userId, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        if (id != caller.OrganizationId) throw ApiException.Forbidden();
        await using var connection = await database.ReadAsync(cancel);
        var created = await connection.QueryFirstOrDefaultAsync<Timestamp?>(
            "SELECT created_at FROM organization_members WHERE organization_id = @id AND user_id = @userId", new { id, userId }) ?? throw ApiException.NoMatch("User");
        var work = await connection.QueryFirstAsync<(long Projects, long Annotations)>("""
            SELECT COUNT(DISTINCT a.project_id), COUNT(*) FROM annotations a JOIN projects p ON p.id = a.project_id
            WHERE p.organization_id = @id AND p.deleted_at IS NULL AND a.completed_by_id = @userId
            """, new { id, userId });
        return Json.Result(new MemberDetail(userId, id, work.Projects, work.Annotations, created));
    }

    private static async Task<IResult> RemoveMemberAsync(HttpContext http, long id, long userId, Database database, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        await MustBeMemberAsync(caller, id, database, cancel);
        if (id != caller.OrganizationId)
            throw new ApiException(StatusCodes.Status403Forbidden, "You can delete members only for your current active organization");
        if (userId == caller.UserId) return Json.Result(new { detail = "User cannot soft delete self" }, 405);
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var now = Timestamp.Now(clock);
            var target = await tx.Context.OrganizationMembers.FirstOrDefaultAsync(m => m.OrganizationId == id && m.UserId == userId) ?? throw ApiException.NoMatch("OrganizationMember");
            if (target.DeletedAt is not null) throw new ApiException(StatusCodes.Status404NotFound, "Member not found");
            if (target.Role > caller.Role) throw ApiException.Forbidden();
            target.DeletedAt = now;
            await tx.Context.SaveChangesAsync();
            await tx.ExecuteAsync("DELETE FROM task_locks WHERE user_id = @userId", new { userId });
            await tx.ExecuteAsync("""
                UPDATE users SET avatar = NULL, active_organization_id =
                    (SELECT MIN(organization_id) FROM organization_members m WHERE m.user_id = users.id AND m.deleted_at IS NULL)
                WHERE id = @userId AND active_organization_id = @id
                """, new { userId, id });
        }, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> InviteAsync(HttpContext http, Database database, PublicAddress address, CancellationToken cancel)
    {
        var caller = http.Caller();
        await using var context = database.Context();
        var token = await context.Organizations.Where(o => o.Id == caller.OrganizationId).Select(o => o.InviteToken).FirstAsync(cancel);
        return Json.Result(Invite(token, address.Of(http.Request)));
    }

    private static async Task<IResult> ResetInviteAsync(HttpContext http, Database database, PublicAddress address, CancellationToken cancel)
    {
        var caller = http.Caller();
        var token = AccountCreation.NewInviteToken();
        await database.WriteAsync(WriteLane.Interactive, tx =>
            tx.ExecuteAsync("UPDATE organizations SET invite_token = @token WHERE id = @OrganizationId", new { token, caller.OrganizationId }), cancel);
        return Json.Result(Invite(token, address.Of(http.Request)), 201);
    }

    // The address is relative, as clients join it to the server's.
    private static InviteResponse Invite(string token, string origin) => new(token, new Uri(origin).AbsolutePath.TrimEnd('/') + "/user/signup/?token=" + token);

    private static async Task<IResult> TokenSettingsAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        await using var context = database.Context();
        return Json.Result(await context.Organizations.Where(o => o.Id == caller.OrganizationId)
            .Select(o => new TokenSettings(o.ApiTokensEnabled, o.LegacyApiTokensEnabled)).FirstOrDefaultAsync(cancel) ?? throw ApiException.Forbidden());
    }

    private static async Task<IResult> SetTokenSettingsAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<TokenSettingsRequest>(http.Request, partial: true, cancel);
        var settings = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var organization = await tx.Context.Organizations.FirstOrDefaultAsync(o => o.Id == caller.OrganizationId) ?? throw ApiException.Forbidden();
            organization.ApiTokensEnabled = request.ApiTokensEnabled.Or(organization.ApiTokensEnabled);
            organization.LegacyApiTokensEnabled = request.LegacyApiTokensEnabled.Or(organization.LegacyApiTokensEnabled);
            await tx.Context.SaveChangesAsync();
            return new TokenSettings(organization.ApiTokensEnabled, organization.LegacyApiTokensEnabled);
        }, cancel);
        return Json.Result(settings);
    }

    private static async Task<IResult> PolicyAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        await using var context = database.Context();
        return Json.Result(Policy(await context.Organizations.FirstOrDefaultAsync(o => o.Id == caller.OrganizationId, cancel) ?? throw ApiException.Forbidden()));
    }

    private static async Task<IResult> SetPolicyAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<SessionPolicyRequest>(http.Request, partial: true, cancel);
        var policy = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var organization = await tx.Context.Organizations.FirstOrDefaultAsync(o => o.Id == caller.OrganizationId) ?? throw ApiException.Forbidden();
            organization.MaxSessionAge = request.MaxSessionAge.Or(organization.MaxSessionAge);
            organization.MaxTimeBetweenActivity = request.MaxTimeBetweenActivity.Or(organization.MaxTimeBetweenActivity);
            organization.PolicyUpdatedAt = Timestamp.Now(clock);
            await tx.Context.SaveChangesAsync();
            return Policy(organization);
        }, cancel);
        return Json.Result(policy);
    }

    private static SessionPolicy Policy(Organization o) => new(o.MaxSessionAge, o.MaxTimeBetweenActivity, o.PolicyCreatedAt, o.PolicyUpdatedAt);

    private static async Task MustBeMemberAsync(Caller caller, long id, Database database, CancellationToken cancel)
    {
        if (!await IsMemberAsync(caller, id, database, cancel)) throw ApiException.Forbidden();
    }

    private static async Task<bool> IsMemberAsync(Caller caller, long id, Database database, CancellationToken cancel)
    {
        await using var context = database.Context();
        return await context.OrganizationMembers.AnyAsync(m => m.UserId == caller.UserId && m.OrganizationId == id && m.DeletedAt == null, cancel);
    }

    private sealed class MemberRow : UserRow
    {
        public long MembershipId { get; init; }
        public int Role { get; init; }
    }
}
