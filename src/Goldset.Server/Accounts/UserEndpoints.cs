using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Accounts;

/// <summary>Users of the organization.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/api/users").WithTags("Users");
        users.MapGet("/", ListAsync).WithName("api_users_list").WithSummary("List users").Produces<UserResponse[]>();
        users.MapPost("/", CreateAsync).WithName("api_users_create").WithSummary("Create a user").RequireRole(Role.Administrator)
            .TakesBody<UserRequest>().Produces<UserResponse>(201);
        users.MapGet("/{id:long}/", GetAsync).WithName("api_users_read").WithSummary("Get a user").Produces<UserResponse>();
        users.MapPatch("/{id:long}/", UpdateAsync).WithName("api_users_partial_update").WithSummary("Change a user")
            .TakesBody<UserRequest>().Produces<UserResponse>();
        users.MapDelete("/{id:long}/", DeleteAsync).WithName("api_users_delete").WithSummary("Delete a user").RequireRole(Role.Administrator).Produces(204);
    }

    private static async Task<IResult> ListAsync(HttpContext http, UserQueries users, PublicAddress address, CancellationToken cancel)
    {
        var fields = FieldSelection.From(http.Request);
        var origin = address.Before(http.Request);
        var found = await users.ListAsync(http.Caller(), cancel);
        return Json.Result(found.Select(u => fields.Apply(u.ToResponse(origin))).ToArray());
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, UserQueries users, PublicAddress address, CancellationToken cancel) =>
        FieldSelection.From(http.Request).Respond((await users.GetAsync(http.Caller(), id, cancel)).ToResponse(address.Before(http.Request)));

    private static async Task<IResult> CreateAsync(HttpContext http, Database database, AccountCreation accounts, UserQueries users, PublicAddress address, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<UserRequest>(http.Request, partial: false, cancel);
        var id = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var email = request.Email.Or("");
            if (await tx.Context.Users.AnyAsync(u => u.Email == email)) throw new ValidationException("email", "user with this email address already exists.");
            var user = accounts.NewUser(email, password: null);
            Apply(request, user);
            await AccountCreation.CreateUserAsync(tx, user);
            await accounts.AddMemberAsync(tx, user.Id, caller.OrganizationId, Role.Annotator);
            return user.Id;
        }, cancel);
        return FieldSelection.From(http.Request).Respond((await users.GetAsync(caller, id, cancel)).ToResponse(address.Before(http.Request)), 201);
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, Database database, UserQueries users, PublicAddress address, CancellationToken cancel)
    {
        var caller = http.Caller();
        await users.GetAsync(caller, id, cancel);
        if (id != caller.UserId && caller.Role < Role.Administrator) throw ApiException.Forbidden();
        var request = await RequestBinder.BindAsync<UserRequest>(http.Request, partial: true, cancel);
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var user = await tx.Context.Users.FirstAsync(u => u.Id == id);
            Apply(request, user);
            if (request.ActiveOrganization is { IsSet: true } wanted && wanted.Value != user.ActiveOrganizationId)
            {
                if (wanted.Value is { } organization && !await tx.Context.OrganizationMembers.AnyAsync(m => m.UserId == id && m.OrganizationId == organization && m.DeletedAt == null))
                    throw new ValidationException("active_organization", $"Invalid pk \"{organization}\" - object does not exist.");
                user.ActiveOrganizationId = wanted.Value;
            }
            if (request.CustomHotkeys is { IsSet: true } keys) user.CustomHotkeys = Hotkeys.Check(keys.Value);
            await tx.Context.SaveChangesAsync();
        }, cancel);
        if (request.Email.IsSet) throw new ApiException(StatusCodes.Status405MethodNotAllowed, "Cannot update read-only field: email");
        return FieldSelection.From(http.Request).Respond((await users.GetAsync(caller, id, cancel)).ToResponse(address.Before(http.Request)));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, Database database, UserQueries users, CancellationToken cancel)
    {
        await users.GetAsync(http.Caller(), id, cancel);
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            foreach (var table in (string[])["drafts", "task_locks", "label_stream_visits"])
                await tx.ExecuteAsync($"DELETE FROM {table} WHERE user_id = @id", new { id });
            foreach (var (table, column) in ((string, string)[])[("annotations", "completed_by_id"), ("annotations", "updated_by_id"), ("projects", "created_by_id"), ("organizations", "created_by_id"), ("tasks", "updated_by_id")])
                await tx.ExecuteAsync($"UPDATE {table} SET {column} = NULL WHERE {column} = @id", new { id });
            await tx.ExecuteAsync("DELETE FROM users WHERE id = @id", new { id });
        }, cancel);
        return Results.NoContent();
    }

    private static void Apply(UserRequest request, User user)
    {
        user.FirstName = request.FirstName.Or(user.FirstName);
        user.LastName = request.LastName.Or(user.LastName);
        user.Username = request.Username.Or(user.Username);
        user.Phone = request.Phone.Or(user.Phone);
        user.AllowNewsletters = request.AllowNewsletters.Or(user.AllowNewsletters);
        user.DateJoined = request.DateJoined.Or(user.DateJoined);
    }
}
