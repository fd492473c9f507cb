using System.Net;

namespace Goldset.Server.Http.OutgoingRequests;

/// <summary>What a range of addresses is for.</summary>
internal enum AddressUse
{
    /// <summary>Networks of one's own: this machine, the office, the cluster.</summary>
    Private,
    /// <summary>Nothing the server has business with: link-local and metadata services, multicast, documentation, tunnels.</summary>
    Never,
}

/// <summary>A range of addresses that is not on the public internet.</summary>
internal readonly record struct AddressRange(IPNetwork Block, AddressUse Use)
{
    /// <summary>
    /// All such ranges, the more special first. The IANA registries of special-purpose addresses, and the metadata services of the
    /// clouds, which hand out credentials to whoever asks from inside.
    /// </summary>
    public static readonly AddressRange[] All =
    [
        Never("169.254.0.0/16"),      // link-local; 169.254.169.254 is most clouds' metadata service
        Never("100.100.100.200/32"),  // metadata, Alibaba Cloud
        Never("168.63.129.16/32"),    // host services, Azure
        Never("192.0.0.192/32"),      // metadata, Oracle Cloud
        Never("fd00:ec2::/32"),       // metadata, AWS
        Never("fd20:ce::254/128"),    // metadata, Google Cloud
        Never("0.0.0.0/8"),
        Private("10.0.0.0/8"),
        Private("100.64.0.0/10"),
        Private("127.0.0.0/8"),
        Private("172.16.0.0/12"),
        Never("192.0.0.0/24"),
        Never("192.0.2.0/24"),
        Never("192.88.99.0/24"),
        Private("192.168.0.0/16"),
        Private("198.18.0.0/15"),
        Never("198.51.100.0/24"),
        Never("203.0.113.0/24"),
        Never("224.0.0.0/4"),
        Never("233.252.0.0/24"),
        Never("240.0.0.0/4"),
        Never("255.255.255.255/32"),
        Never("::/128"),
        Private("::1/128"),
        Never("::/96"),               // IPv4 addresses in an outdated form
        Never("::ffff:0:0:0/96"),
        Never("64:ff9b::/96"),
        Never("64:ff9b:1::/48"),
        Never("100::/64"),
        Never("2001::/32"),
        Never("2001:20::/28"),
        Never("2001:db8::/32"),
        Never("2002::/16"),
        Never("3fff::/20"),
        Never("5f00::/16"),
        Private("fc00::/7"),
        Never("fe80::/10"),
        Never("fec0::/10"),
        Never("ff00::/8"),
    ];

    private static AddressRange Private(string block) => new(IPNetwork.Parse(block), AddressUse.Private);

    private static AddressRange Never(string block) => new(IPNetwork.Parse(block), AddressUse.Never);
}
