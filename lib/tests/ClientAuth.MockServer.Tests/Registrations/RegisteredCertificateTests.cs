using System.Security.Cryptography;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>A registered certificate must be one, and that of its key (RFC 7517 §4.7).</summary>
public sealed class RegisteredCertificateTests
{
    [Fact]
    public async Task Certificate_of_another_key_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var error = await Assert.ThrowsAsync<InvalidRegistrationException>(() =>
            TestLab.StartAsync(
                (lab, options) =>
                {
                    var mixed = Jwk.FromPublicKey(key) with
                    {
                        X5c = [Convert.ToBase64String(lab.Clients.OwnCertificate.RawData)],
                    };
                    return options with { Clients = [SelfSigned(mixed)] };
                }
            )
        );

        Assert.Contains("found the certificate of the key '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task X5c_that_holds_no_certificate_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var broken = Jwk.FromPublicKey(key) with { X5c = ["AAAA"] };

        var error = await Assert.ThrowsAsync<InvalidRegistrationException>(() =>
            TestLab.StartWithAsync(SelfSigned(broken))
        );

        Assert.Contains("found no certificate of an RSA or EC key", error.Message, StringComparison.Ordinal);
    }

    private static ClientMetadata SelfSigned(Jwk key) =>
        new()
        {
            ClientId = "c",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
            Jwks = new JwkSet { Keys = [key] },
        };
}
