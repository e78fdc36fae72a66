using ClientAuth.Client;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;

namespace Interoperability.Tests.OurClient;

/// <summary>A client's credential as the library takes it.</summary>
internal static class Methods
{
    /// <param name="client">Has the credential.</param>
    /// <param name="keyId">The registered key's, also for a key that is not the registered one.</param>
    public static ClientAuthenticationMethodConfiguration Of(ProvisionedClient client, string? keyId) =>
        client.Registration.TokenEndpointAuthMethod switch
        {
            TokenEndpointAuthMethods.ClientSecretBasic => new ClientAuthenticationMethodConfiguration.Secret(
                client.Secret!
            ),
            TokenEndpointAuthMethods.ClientSecretPost => new ClientAuthenticationMethodConfiguration.Secret(
                client.Secret!,
                SecretStyle.Body
            ),
            TokenEndpointAuthMethods.ClientSecretJwt => new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(
                client.Secret!
            ),
            TokenEndpointAuthMethods.PrivateKeyJwt => new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                client.PrivateKey!,
                SignatureAlgorithms.ES256,
                keyId
            ),
            TokenEndpointAuthMethods.TlsClientAuth or TokenEndpointAuthMethods.SelfSignedTlsClientAuth =>
                new ClientAuthenticationMethodConfiguration.Mtls(client.Certificate!),
            _ => new ClientAuthenticationMethodConfiguration.None(),
        };
}
