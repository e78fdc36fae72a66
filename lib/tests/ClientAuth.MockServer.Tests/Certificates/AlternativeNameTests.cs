using System.Net;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>The four kinds of subject alternative name, each by its own comparison (RFC 8705 §2.1.2).</summary>
public sealed class AlternativeNameTests
{
    private static readonly CertificateProfile Named = CertificateProfile.Client("CN=cn.example") with
    {
        DnsNames = ["app.example", "*.wild.example"],
        Uris = [new Uri("https://app.example/id")],
        IpAddresses = [IPAddress.Parse("192.0.2.7"), IPAddress.Parse("2001:db8::7")],
        Emails = ["app@mail.example"],
    };

    [Theory]
    [InlineData("dns", "app.example")]
    [InlineData("dns", "APP.Example")]
    [InlineData("uri", "https://app.example/id")]
    [InlineData("ip", "192.0.2.7")]
    [InlineData("ip", "2001:0DB8:0:0::0007")]
    [InlineData("email", "app@mail.example")]
    public async Task Right_name_is_accepted(string kind, string value) =>
        (await SendAsync(kind, value)).AssertIssued();

    [Theory]
    [InlineData("dns", "other.example")]
    [InlineData("dns", "cn.example")]
    [InlineData("dns", "a.wild.example")]
    [InlineData("dns", "app.example.")]
    [InlineData("dns", "192.0.2.7")]
    [InlineData("dns", "https://app.example/id")]
    [InlineData("uri", "https://app.example/ID")]
    [InlineData("uri", "https://app.example/id/")]
    [InlineData("uri", "app.example")]
    [InlineData("ip", "192.0.2.8")]
    [InlineData("ip", "2001:db8::8")]
    [InlineData("email", "App@mail.example")]
    [InlineData("email", "app.example")]
    public async Task Other_name_or_name_of_another_kind_is_refused(string kind, string value) =>
        (await SendAsync(kind, value)).AssertInvalidClient(Rules.CertificateSan.Name);

    [Fact]
    public async Task Certificate_without_alternative_names_is_refused()
    {
        await using var lab = await TestLab.StartWithAsync(Registered("dns", "cn.example"));
        using var certificate = lab.Authority.Issue(CertificateProfile.Client("CN=cn.example"));

        (await lab.SendAsync(TestCall.Presenting("c", certificate))).AssertInvalidClient(Rules.CertificateSan.Name);
    }

    private static async Task<TestAnswer> SendAsync(string kind, string value)
    {
        await using var lab = await TestLab.StartWithAsync(Registered(kind, value));
        using var certificate = lab.Authority.Issue(Named);
        return await lab.SendAsync(TestCall.Presenting("c", certificate));
    }

    private static ClientMetadata Registered(string kind, string value) =>
        new()
        {
            ClientId = "c",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
            TlsClientAuthSanDns = kind == "dns" ? value : null,
            TlsClientAuthSanUri = kind == "uri" ? value : null,
            TlsClientAuthSanIp = kind == "ip" ? value : null,
            TlsClientAuthSanEmail = kind == "email" ? value : null,
        };
}
