using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Vectors;

/// <summary>The thumbprints of RFC 7638 and RFC 8705, made by what compares those of clients.</summary>
public sealed class ThumbprintVectorTests
{
    // RFC 8705, appendix A, figures 6 and 7.
    private const string Certificate =
        "MIIBBjCBrAIBAjAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARtdGxzMB4XDTE4MTAxODEyMzcwOVoXDTIyMDUwMjEyMzcwOVowDzENMAsGA1UEAwwEbXRsczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNcnyxwqV6hY8QnhxxzFQ03C7HKW9OylMbnQZjjJ/Au08/coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8wCgYIKoZIzj0EAwIDSQAwRgIhAP0RC1E+vwJD/D1AGHGzuri+hlV/PpQEKTWUVeORWz83AiEA5x2eXZOVbUlJSGQgjwD5vaUaKlLR50Q2DmFfQj1L+SY=";

    private static readonly Jwk CertificateKey = new()
    {
        Kty = "EC",
        X = "1yfLHCpXqFjxCeHHHMVDTcLscpb07KUxudBmOMn8C7Q",
        Y = "8_coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8",
        Crv = "P-256",
        X5c = [Certificate],
    };

    // RFC 7638 §3.1; alg and kid are no part of the thumbprint.
    [Fact]
    public void Rfc7638_key_has_its_thumbprint()
    {
        using var holder = JsonDocument.Parse(
            """
            {"jwk":{
              "kty":"RSA",
              "n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
              "e":"AQAB",
              "alg":"RS256",
              "kid":"2011-04-29"
            }}
            """
        );

        Assert.True(ProofKey.TryRead(holder.RootElement, 2048, out var key, out _));
        using (key)
        {
            Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", key.Thumbprint);
            Assert.Equal(
                "urn:ietf:params:oauth:jwk-thumbprint:sha-256:NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
                key.Uri
            );
        }
    }

    [Fact]
    public void Rfc8705_certificate_has_the_thumbprint_of_figure_5()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(Certificate));

        Assert.Equal("A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0", CertificateThumbprint.Of(certificate));
    }

    [Fact]
    public async Task Rfc8705_key_of_figure_7_is_registered_with_its_certificate_and_with_no_other_key()
    {
        await using var lab = await TestLab.StartAsync();
        var client = new ClientMetadata
        {
            ClientId = "mtls",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
            Jwks = new JwkSet { Keys = [CertificateKey] },
        };

        lab.Server.Clients.Register(client);

        Assert.Null(RegisteredCertificates.Problem(CertificateKey));
        var error = Assert.Throws<InvalidRegistrationException>(() =>
            lab.Server.Clients.Register(
                client with
                {
                    ClientId = "other",
                    Jwks = new JwkSet { Keys = [VectorKeys.A3 with { X5c = [Certificate] }] },
                }
            )
        );
        Assert.Contains(Rules.RegisteredX5c.Specification, error.Message, StringComparison.Ordinal);
    }
}
