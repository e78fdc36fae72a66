using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>What MSAL signs by itself, where the app gives it a certificate and no assertion.</summary>
public sealed class MsalTests
{
    [Theory]
    [InlineData(AudiencePolicy.IssuerOnly, "assertion.aud")]
    [InlineData(AudiencePolicy.Legacy, "assertion.exp")]
    public async Task An_assertion_that_MSAL_makes_by_itself_is_for_the_token_endpoint_and_its_times_are_no_numbers(
        AudiencePolicy policy,
        string check
    )
    {
        using var client = WithCertificate();
        await using var server = await OurServer.StartAsync(options =>
            options with
            {
                Clients = [.. options.Clients, client.Registration],
                Assertions = new() { AudiencePolicy = policy },
            }
        );

        var got = await MsalPair.TokenAsync(
            server,
            client,
            application => application.WithCertificate(client.Certificate)
        );

        Assert.Equal(("401 invalid_client", check), (got, server.FailedCheck));
    }

    // MSAL signs with RSA only.
    private static ProvisionedClient WithCertificate()
    {
        var certificate = SelfSignedCertificate.Create(
            CertificateProfile.Client("CN=msal") with
            {
                KeyAlgorithm = KeyAlgorithm.Rsa2048,
            },
            TimeProvider.System
        );
        using var key = certificate.GetRSAPublicKey()!;
        return new ProvisionedClient
        {
            Registration = new ClientMetadata
            {
                ClientId = "msal",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                GrantTypes = [GrantTypes.ClientCredentials],
                Scope = InteropClients.Scope,
                Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key)] },
            },
            Certificate = certificate,
        };
    }
}
