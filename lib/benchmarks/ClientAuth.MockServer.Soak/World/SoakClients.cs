using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Soak.World;

/// <summary>The registered clients: one for each method, and one whose secret is guessed at all the time.</summary>
internal static class SoakClients
{
    public const string Basic = "basic";
    public const string Guessed = "guessed";
    public const string Mac = "mac";
    public const string Signer = "signer";
    public const string Published = "published";
    public const string Tls = "tls";
    public const string SelfSigned = "self-signed";
    public const string Registrant = "registrant";

    public static IReadOnlyList<ClientMetadata> Of(SoakWorld world) =>
        [
            WithSecret(Basic, world, TokenEndpointAuthMethods.ClientSecretBasic),
            WithSecret(Guessed, world, TokenEndpointAuthMethods.ClientSecretBasic),
            WithSecret(Mac, world, TokenEndpointAuthMethods.ClientSecretJwt),
            WithSecret(Registrant, world, TokenEndpointAuthMethods.ClientSecretBasic) with
            {
                Scope = $"read {Scopes.DynamicClientRegistration}",
            },
            Of(Signer, TokenEndpointAuthMethods.PrivateKeyJwt) with
            {
                Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(world.Key)] },
            },
            Of(Published, TokenEndpointAuthMethods.PrivateKeyJwt) with
            {
                JwksUri = world.KeyHost.JwksUri,
            },
            Of(Tls, TokenEndpointAuthMethods.TlsClientAuth) with
            {
                TlsClientAuthSubjectDn = "CN=tls",
            },
            Of(SelfSigned, TokenEndpointAuthMethods.SelfSignedTlsClientAuth) with
            {
                Jwks = new JwkSet { Keys = [Jwk.FromCertificate(world.OwnCertificate)] },
            },
        ];

    private static ClientMetadata WithSecret(string id, SoakWorld world, string method) =>
        Of(id, method) with
        {
            ClientSecret = world.Secret,
        };

    private static ClientMetadata Of(string id, string method) =>
        new()
        {
            ClientId = id,
            TokenEndpointAuthMethod = method,
            GrantTypes = [GrantTypes.ClientCredentials],
            Scope = "read",
        };
}
