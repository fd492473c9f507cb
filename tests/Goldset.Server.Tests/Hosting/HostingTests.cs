using Goldset.Data;

namespace Goldset.Server.Tests.Hosting;

/// <summary>The server as a whole: it starts empty on either engine, keeps people apart, and spends few statements.</summary>
public class HostingTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task A_first_start_makes_the_administrator(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);

        var me = await server.Admin.GetAsync("/api/current-user/whoami");

        me.ShouldHaveStatus(200).Id.ShouldBe(1);
        me.Json["active_organization"]!.GetValue<int>().ShouldBe(1);
        (await server.Anonymous.GetAsync("/api/current-user/whoami")).ShouldHaveStatus(401);
    }

    [Theory, EachEngine]
    public async Task Whoever_signs_up_alone_sees_nothing_of_others(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();

        var stranger = await server.SignUpAsync($"stranger-{engine}@example.com");

        (await stranger.GetAsync($"/api/projects/{project}/")).ShouldHaveStatus(404);
        (await stranger.DeleteAsync($"/api/projects/{project}/")).ShouldHaveStatus(404);
        (await server.Admin.GetAsync($"/api/projects/{project}/")).ShouldHaveStatus(200);
    }

    [Theory, EachEngine]
    public async Task Whoever_follows_the_invitation_joins_the_organization(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();

        var colleague = await server.InviteAsync($"colleague-{engine}@example.com");

        (await colleague.GetAsync($"/api/projects/{project}/")).ShouldHaveStatus(200);
    }
}
