using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>A token is bound to the certificate of its connection, whichever method proved the client (RFC 8705 §3).</summary>
public sealed class BoundTokenTests
{
    [Theory]
    [InlineData(TestClients.Tls)]
    [InlineData(TestClients.SelfSigned)]
    public async Task Token_of_a_certificate_method_is_bound(string client)
    {
        await using var lab = await TestLab.StartAsync();
        var certificate = client == TestClients.Tls ? lab.Clients.Certificate : lab.Clients.OwnCertificate;

        var answer = await lab.SendAsync(TestCall.Presenting(client, certificate));

        Assert.Equal(Sha256(certificate), Confirmation(answer.AssertIssued()));
    }

    [Fact]
    public async Task Certificate_beside_an_assertion_is_no_second_mechanism_and_binds_the_token()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));

        var answer = await lab.SendAsync(call with { Certificate = lab.Clients.OwnCertificate });

        Assert.Equal(Sha256(lab.Clients.OwnCertificate), Confirmation(answer.AssertIssued()));
    }

    [Fact]
    public async Task Client_registered_for_bound_tokens_gets_no_other()
    {
        await using var lab = await TestLab.StartWithAsync(
            new ClientMetadata
            {
                ClientId = "c",
                ClientSecret = "s",
                TlsClientCertificateBoundAccessTokens = true,
            }
        );
        var call = TestCall.Basic("c", "s");

        var bound = await lab.SendAsync(call with { Certificate = lab.Clients.OwnCertificate });
        var unbound = await lab.SendAsync(call);

        Assert.Equal(Sha256(lab.Clients.OwnCertificate), Confirmation(bound.AssertIssued()));
        unbound.AssertInvalidRequest(Rules.CertificateBinding.Name);
    }

    [Fact]
    public async Task Bound_token_works_with_its_certificate_alone()
    {
        await using var lab = await TestLab.StartAsync();
        var certificate = lab.Clients.Certificate;
        var issued = await lab.SendAsync(TestCall.Presenting(TestClients.Tls, certificate));
        var call = TestCall.Bearing(issued.AssertIssued().AccessToken);

        var without = await lab.SendAsync(call);
        var other = await lab.SendAsync(call with { Certificate = lab.Clients.OwnCertificate });
        var right = await lab.SendAsync(call with { Certificate = certificate });

        without.AssertChallenged(401, "invalid_token", Rules.TokenCertificate.Name);
        other.AssertChallenged(401, "invalid_token", Rules.TokenCertificate.Name);
        Assert.Equal((200, """{"client_id":"tls","scope":"read"}"""), (right.Status, right.Body));
    }

    private static string Sha256(X509Certificate2 certificate) =>
        Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));

    private static string? Confirmation(TokenResponse answer) =>
        DecodedJwt.Parse(answer.AccessToken).Payload.GetProperty("cnf").GetProperty("x5t#S256").GetString();
}
