using ClientAuth.Client;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Testbeds;

/// <summary>How a client of a testbed proves who it is: its own half of what it is registered with.</summary>
internal static class RegisteredMethod
{
    /// <exception cref="ArgumentException">The testbed does not hold the client's half.</exception>
    public static ClientAuthenticationMethodConfiguration Of(ProvisionedClient client) =>
        (client.Registration.TokenEndpointAuthMethod, client) switch
        {
            (TokenEndpointAuthMethods.None, _) => new ClientAuthenticationMethodConfiguration.None(),
            (TokenEndpointAuthMethods.ClientSecretPost, { Secret: { } secret }) =>
                new ClientAuthenticationMethodConfiguration.Secret(secret, SecretStyle.Body),
            (TokenEndpointAuthMethods.ClientSecretJwt, { Secret: { } secret }) =>
                new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(secret),
            (TokenEndpointAuthMethods.PrivateKeyJwt, { PrivateKey: { } key }) =>
                new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                    key,
                    client.Registration.TokenEndpointAuthSigningAlg ?? SignatureAlgorithms.ES256,
                    client.KeyId
                ),
            (_, { Certificate: { } certificate }) => new ClientAuthenticationMethodConfiguration.Mtls(certificate),
            (_, { Secret: { } secret }) => new ClientAuthenticationMethodConfiguration.Secret(secret),
            _ => throw new ArgumentException(
                $"The lab has no credential of '{client.Registration.ClientId}'; name the method.",
                nameof(client)
            ),
        };
}
