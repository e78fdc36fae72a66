using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests;

/// <summary>A client's own half of what it is registered with.</summary>
internal static class RegisteredMethod
{
    public static ClientAuthenticationMethodConfiguration Of(ProvisionedClient client) =>
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
                client.Registration.TokenEndpointAuthSigningAlg!,
                client.KeyId
            ),
            _ => new ClientAuthenticationMethodConfiguration.Mtls(client.Certificate!),
        };
}
