using System.Net;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>Names of clients, and the constraints of authorities on them (RFC 5280 §4.2.1.6, §4.2.1.10).</summary>
internal static class NameChanges
{
    /// <summary>For a client.</summary>
    public static IReadOnlyList<ProfileChange> Names { get; } =
    [
        Subject("CN=app,O=Other"),
        Subject("CN=app,OU=Unit,O=Example"),
        Subject("CN=APP,O=EXAMPLE"),
        Subject("O=Example,CN=app"),
        Subject("E=me@ok.example,CN=app,O=Example"),
        Subject("E=me@other.example,CN=app,O=Example"),
        Dns("ok.example"),
        Dns("app.ok.example"),
        Dns("APP.OK.EXAMPLE"),
        Dns("app.other.example"),
        Dns("notok.example"),
        Dns("app.ok.example."),
        Dns("*.ok.example"),
        Dns("*.example"),
        Email("me@ok.example"),
        Email("me@sub.ok.example"),
        Email("ME@OK.EXAMPLE"),
        Email("me@other.example"),
        Email("me@other.example@ok.example"),
        Email("\"me@other.example\"@ok.example"),
        Email("ok.example"),
        Link("https://ok.example/path"),
        Link("https://app.ok.example:8443/path"),
        Link("https://ok.example@other.example/path"),
        Link("https://192.0.2.1/path"),
        Link("urn:uuid:00000000-0000-0000-0000-000000000000"),
        Address("192.0.2.1"),
        Address("198.51.100.1"),
        Address("2001:db8::1"),
    ];

    /// <summary>For an authority.</summary>
    public static IReadOnlyList<ProfileChange> Constraints { get; } =
    [
        .. from subtree in Subtrees() select Permitted(subtree.Name, subtree.Tree),
        .. from subtree in Subtrees() select Excluded(subtree.Name, subtree.Tree),
        Raw("constraints on nothing", 0x30, 0x00),
        Raw("an empty list of constraints", 0x30, 0x02, 0xA0, 0x00),
        Raw("a constraint on another kind", 0x30, 0x0A, 0xA0, 0x08, 0x30, 0x06, 0x88, 0x04, 0x2A, 0x03, 0x04, 0x05),
        Raw(
            "a constraint with a minimum",
            0x30,
            0x0C,
            0xA0,
            0x0A,
            0x30,
            0x08,
            0x82,
            0x03,
            (byte)'e',
            (byte)'.',
            (byte)'f',
            0x80,
            0x01,
            0x01
        ),
        .. from length in new int?[] { 0, 1, 2 }
        select new ProfileChange($"path length {length}", profile => profile with { PathLength = length }),
    ];

    private static IEnumerable<(string Name, GeneralSubtree Tree)> Subtrees() =>
        [
            ("DNS ok.example", GeneralSubtree.Dns("ok.example")),
            ("DNS .ok.example", GeneralSubtree.Dns(".ok.example")),
            ("DNS ok.example.", GeneralSubtree.Dns("ok.example.")),
            ("every DNS name", GeneralSubtree.Dns("")),
            ("email me@ok.example", GeneralSubtree.Email("me@ok.example")),
            ("email ok.example", GeneralSubtree.Email("ok.example")),
            ("email .ok.example", GeneralSubtree.Email(".ok.example")),
            ("email @ok.example", GeneralSubtree.Email("@ok.example")),
            ("every email", GeneralSubtree.Email("")),
            ("URI ok.example", GeneralSubtree.Uri("ok.example")),
            ("URI .ok.example", GeneralSubtree.Uri(".ok.example")),
            ("every URI", GeneralSubtree.Uri("")),
            ("IP 192.0.2.0/24", GeneralSubtree.IpAddress(IPNetwork.Parse("192.0.2.0/24"))),
            ("every IPv4 address", GeneralSubtree.IpAddress(IPNetwork.Parse("0.0.0.0/0"))),
            ("IP 2001:db8::/32", GeneralSubtree.IpAddress(IPNetwork.Parse("2001:db8::/32"))),
            ("names of O=Example", GeneralSubtree.DirectoryName("O=Example")),
            ("names of O=EXAMPLE", GeneralSubtree.DirectoryName("O=EXAMPLE")),
            ("names of CN=app,O=Example", GeneralSubtree.DirectoryName("CN=app,O=Example")),
        ];

    private static ProfileChange Subject(string name) =>
        new($"subject {name}", profile => profile with { Subject = name });

    private static ProfileChange Dns(string name) =>
        new($"DNS name {name}", profile => profile with { DnsNames = [.. profile.DnsNames, name] });

    private static ProfileChange Email(string name) =>
        new($"email {name}", profile => profile with { Emails = [.. profile.Emails, name] });

    private static ProfileChange Link(string uri) =>
        new($"URI {uri}", profile => profile with { Uris = [.. profile.Uris, new Uri(uri)] });

    private static ProfileChange Address(string ip) =>
        new($"IP {ip}", profile => profile with { IpAddresses = [.. profile.IpAddresses, IPAddress.Parse(ip)] });

    private static ProfileChange Permitted(string name, GeneralSubtree subtree) =>
        Constraint(
            $"permits {name}",
            constraints => constraints with { Permitted = [.. constraints.Permitted, subtree] }
        );

    private static ProfileChange Excluded(string name, GeneralSubtree subtree) =>
        Constraint(
            $"excludes {name}",
            constraints => constraints with { Excluded = [.. constraints.Excluded, subtree] }
        );

    private static ProfileChange Constraint(string name, Func<NameConstraints, NameConstraints> make) =>
        new(name, profile => profile with { NameConstraints = make(profile.NameConstraints ?? new()) });

    private static ProfileChange Raw(string name, params byte[] value) =>
        new(
            name,
            profile =>
                profile with
                {
                    NameConstraints = null,
                    OtherExtensions =
                    [
                        .. profile.OtherExtensions,
                        new X509Extension("2.5.29.30", value, critical: true),
                    ],
                }
        );
}
