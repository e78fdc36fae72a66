using ClientAuth.MockServer.Certificates.Names;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Which names a constraint covers, kind by kind (RFC 5280 §4.2.1.10).</summary>
public sealed class SubtreeTests
{
    [Theory]
    [InlineData("ok.example", "ok.example", true)]
    [InlineData("ok.example", "a.OK.example", true)]
    [InlineData("ok.example", "ok.example.", null)]
    [InlineData("ok.example", ".ok.example", null)]
    [InlineData("ok.example", "a..ok.example", null)]
    [InlineData("ok.example", "a b.ok.example", null)]
    [InlineData("ok.example", "*.ok.example", true)]
    [InlineData("a.ok.example", "*.ok.example", null)]
    [InlineData("b.a.ok.example", "*.ok.example", false)]
    [InlineData("*.ok.example", "*.ok.example.", null)]
    [InlineData("ok.example", "notok.example", false)]
    [InlineData("ok.example", "ok.example.org", false)]
    [InlineData("", "any.example", true)]
    public void DNS_name_and_everything_below_it(string subtree, string name, bool? contained) =>
        Assert.Equal(contained, Contains(GeneralNameKind.Dns, subtree, name));

    [Theory]
    [InlineData("a@ok.example", "a@OK.example", true)]
    [InlineData("a@ok.example", "A@ok.example", null)]
    [InlineData("a@ok.example", "b@ok.example", false)]
    [InlineData("ok.example", "a@ok.example", true)]
    [InlineData("ok.example", "a@b.ok.example", false)]
    [InlineData(".ok.example", "a@b.ok.example", true)]
    [InlineData(".ok.example", "a@ok.example", false)]
    [InlineData("ok.example", "evil.example@ok.example@other.example", null)]
    [InlineData("ok.example", "\"a@other.example\"@ok.example", null)]
    [InlineData("ok.example", "a@ok.example.", null)]
    [InlineData(".ok.example", "a@.ok.example", null)]
    [InlineData("ok.example", "@ok.example", null)]
    [InlineData("ok.example", "no address", null)]
    public void Mailbox_host_or_hosts_below(string subtree, string name, bool? contained) =>
        Assert.Equal(contained, Contains(GeneralNameKind.Email, subtree, name));

    [Theory]
    [InlineData("ok.example", "https://OK.example:8443/x", true)]
    [InlineData("ok.example", "https://a.ok.example", false)]
    [InlineData(".ok.example", "https://a.ok.example", true)]
    [InlineData("ok.example", "https://ok.example@other.example/", false)]
    [InlineData("ok.example", "https://ok.example./", null)]
    [InlineData("ok.example", "https://ok%2Eexample/", null)]
    [InlineData("ok.example", "https://other.example\\@ok.example/", null)]
    [InlineData("ok.example", "https:\\\\ok.example/", null)]
    [InlineData("ok.example", "https:ok.example", null)]
    [InlineData("ok.example", " https://ok.example/", null)]
    [InlineData("ok.example", "https://ok.example\n", null)]
    [InlineData("ok.example", "urn:uuid:ok.example", null)]
    [InlineData("ok.example", "https://192.0.2.7/", null)]
    public void Host_of_a_URI(string subtree, string name, bool? contained) =>
        Assert.Equal(contained, Contains(GeneralNameKind.Uri, subtree, name));

    [Theory]
    [InlineData("C0000200FFFFFF00", "C0000207", true)]
    [InlineData("C0000200FFFFFF00", "C0000307", false)]
    [InlineData("0000000000000000", "C0000307", true)]
    [InlineData("C0000200FFFFFF00", "20010DB8000000000000000000000007", false)]
    [InlineData("C0000200", "C0000207", null)]
    [InlineData("C0000200FFFFFF00", "C00002", null)]
    public void Range_of_addresses(string subtree, string name, bool? contained) =>
        Assert.Equal(
            contained,
            Subtree.Contains(
                new GeneralName(GeneralNameKind.IpAddress, Address: Convert.FromHexString(subtree)),
                new GeneralName(GeneralNameKind.IpAddress, Address: Convert.FromHexString(name))
            )
        );

    [Theory]
    [InlineData("C=SE,O=Lab", "C=SE,O=lab,CN=app", true)]
    [InlineData("C=SE,O=Lab", "C=SE,O=Lab", true)]
    [InlineData("C=SE,O=Lab", "C=SE", false)]
    [InlineData("O=Lab", "C=SE,O=Lab", false)]
    public void Distinguished_name_from_the_root_on(string subtree, string name, bool contained) =>
        Assert.Equal(contained, Subtree.Contains(Directory(subtree), Directory(name)));

    [Fact]
    public void Kind_that_cannot_be_compared_is_neither_within_nor_without() =>
        Assert.Null(
            Subtree.Contains(
                new GeneralName(GeneralNameKind.RegisteredId),
                new GeneralName(GeneralNameKind.RegisteredId)
            )
        );

    private static bool? Contains(GeneralNameKind kind, string subtree, string name) =>
        Subtree.Contains(new GeneralName(kind, subtree), new GeneralName(kind, name));

    private static GeneralName Directory(string fromTheRoot)
    {
        Assert.True(DistinguishedName.TryParse(fromTheRoot, out var name));
        return new GeneralName(GeneralNameKind.Directory, Directory: name);
    }
}
