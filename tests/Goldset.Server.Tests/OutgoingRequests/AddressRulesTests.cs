using System.Net;
using Goldset.Server.Hosting;
using Goldset.Server.Http.OutgoingRequests;

namespace Goldset.Server.Tests.OutgoingRequests;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("192.167.255.255")]
    [InlineData("2606:4700:4700::1111")]
    public void Public_addresses_are_open(string address) => Refused(address, Reach.Public).ShouldBeNull();

    [Theory]
    [InlineData("0.0.0.0", "0.0.0.0/8")]
    [InlineData("10.255.0.1", "10.0.0.0/8")]
    [InlineData("100.64.0.1", "100.64.0.0/10")]
    [InlineData("127.0.0.1", "127.0.0.0/8")]
    [InlineData("127.255.255.254", "127.0.0.0/8")]
    [InlineData("169.254.169.254", "169.254.0.0/16")]
    [InlineData("172.16.0.1", "172.16.0.0/12")]
    [InlineData("172.31.255.255", "172.16.0.0/12")]
    [InlineData("192.168.1.1", "192.168.0.0/16")]
    [InlineData("198.19.0.1", "198.18.0.0/15")]
    [InlineData("224.0.0.1", "224.0.0.0/4")]
    [InlineData("255.255.255.255", "240.0.0.0/4")]
    [InlineData("::", "::/128")]
    [InlineData("::1", "::1/128")]
    [InlineData("::7f00:1", "::/96")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.0/8")]
    [InlineData("::ffff:169.254.169.254", "169.254.0.0/16")]
    [InlineData("64:ff9b::a9fe:a9fe", "64:ff9b::/96")]
    [InlineData("2002:7f00:1::", "2002::/16")]
    [InlineData("fd00:ec2::254", "fd00:ec2::/32")]
    [InlineData("fc00::1", "fc00::/7")]
    [InlineData("fe80::1", "fe80::/10")]
    [InlineData("ff02::1", "ff00::/8")]
    public void Others_are_refused_to_users(string address, string block) => Refused(address, Reach.Public).ShouldBe(block);

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("192.168.1.1", null)]
    [InlineData("::1", null)]
    [InlineData("fd12::1", null)]
    [InlineData("169.254.169.254", "169.254.0.0/16")]
    [InlineData("100.100.100.200", "100.100.100.200/32")]
    [InlineData("fd00:ec2::254", "fd00:ec2::/32")]
    [InlineData("fe80::1", "fe80::/10")]
    [InlineData("224.0.0.1", "224.0.0.0/4")]
    public void What_administrators_set_may_be_private_but_no_metadata_service(string address, string? block) => Refused(address, Reach.Private).ShouldBe(block);

    [Fact]
    public void Private_addresses_can_be_denied_to_administrators_too() =>
        Refused("192.168.1.1", Reach.Private, new() { DataDirectory = "", DenyPrivate = true }).ShouldBe("192.168.0.0/16");

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "any", true)]
    [InlineData("127.0.0.1", "127.0.0.2", "any", false)]
    [InlineData("10.1.0.0/16", "10.1.255.1", "any", true)]
    [InlineData("10.1.0.0/16", "10.2.0.1", "any", false)]
    [InlineData("::1", "::1", "any", true)]
    [InlineData("files.internal", "10.0.0.1", "FILES.internal", true)]
    [InlineData("files.internal", "10.0.0.1", "evil.files.internal", false)]
    [InlineData("*.internal", "10.0.0.1", "files.internal", true)]
    [InlineData("*.internal", "10.0.0.1", "internal", false)]
    public void The_administrator_of_the_server_allows_hosts_and_blocks(string allowed, string address, string host, bool open) =>
        (Refused(address, Reach.Public, new() { DataDirectory = "", AllowHosts = [allowed] }, host) is null).ShouldBe(open);

    [Fact]
    public void A_block_that_is_none_is_told_at_the_start() =>
        Should.Throw<FormatException>(() => new AddressRules(new() { DataDirectory = "", AllowHosts = ["10.1.0.0/99"] }));

    private static string? Refused(string address, Reach reach, ServerOptions? options = null, string host = "host.example") =>
        new AddressRules(options ?? new() { DataDirectory = "" }).RefusedBlock(host, IPAddress.Parse(address), reach)?.ToString();
}
