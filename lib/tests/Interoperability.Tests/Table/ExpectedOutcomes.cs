using ClientAuth.Protocol;
using Interoperability.Tests.OurClient;
using Interoperability.Tests.TheirClients;

namespace Interoperability.Tests.Table;

/// <summary>What each row must end in, whichever program is on the other side.</summary>
internal static class ExpectedOutcomes
{
    private static readonly Dictionary<string, Outcome> AtServers = new()
    {
        [TokenEndpointAuthMethods.ClientSecretBasic] = new("token", "401 invalid_client"),
        [TokenEndpointAuthMethods.ClientSecretPost] = new("token", "401 invalid_client"),
        [TokenEndpointAuthMethods.ClientSecretJwt] = new("token", "401 invalid_client"),
        [TokenEndpointAuthMethods.PrivateKeyJwt] = new("token", "401 invalid_client"),
        [TokenEndpointAuthMethods.TlsClientAuth] = new("token", "401 invalid_client"),
        [TokenEndpointAuthMethods.SelfSignedTlsClientAuth] = new("token", "401 invalid_client"),
        [TokenEndpointAuthMethods.AttestJwtClientAuth] = new("token", "401 invalid_client"),
        [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = new("DPoP token", "401 invalid_client"),
        [Feature.Dpop] = new("DPoP token", "400 invalid_dpop_proof"),
        [Feature.PushedRequests] = new("pushed", "401 invalid_client"),
        [Feature.Introspection] = new("active", "401 invalid_client"),
        [Feature.Revocation] = new("revoked, then inactive", "401 invalid_client"),
        [Feature.Registration] = new("registered, token, withdrawn", "401 invalid_token"),
    };

    // With the check of this project's server that must have failed.
    private static readonly Dictionary<string, Outcome> OfClients = new()
    {
        [TokenEndpointAuthMethods.ClientSecretBasic] = new("token", "401 invalid_client, secret.value"),
        [TokenEndpointAuthMethods.ClientSecretPost] = new("token", "401 invalid_client, secret.value"),
        [TokenEndpointAuthMethods.ClientSecretJwt] = new("token", "401 invalid_client, assertion.signature"),
        [TokenEndpointAuthMethods.PrivateKeyJwt] = new("token", "401 invalid_client, assertion.signature"),
        [TokenEndpointAuthMethods.TlsClientAuth] = new("token", "401 invalid_client, certificate.san"),
        [TokenEndpointAuthMethods.SelfSignedTlsClientAuth] = new("token", "401 invalid_client, certificate.registered"),
        [Feature.Dpop] = new("DPoP token", "400 invalid_dpop_proof, dpop.htu"),
        [Feature.PushedRequests] = new("pushed", "401 invalid_client, secret.value"),
        [Feature.Introspection] = new("active", "401 invalid_client, secret.value"),
        [Feature.Revocation] = new("revoked, then inactive", "401 invalid_client, secret.value"),
        [Feature.Registration] = new("registered, token", "401 invalid_token, token.format"),
    };

    public static Outcome Of(Column column, string feature) =>
        TriedServers.All.Contains(column) ? AtServers[feature]
        // It has an error of its own for whatever the server refuses there (Differences).
        : column == TriedClients.OpenIddictClient && feature is Feature.Introspection or Feature.Revocation
            ? OfClients[feature] with
            {
                Wrong = "401 server_error, secret.value",
            }
        : OfClients[feature];
}
