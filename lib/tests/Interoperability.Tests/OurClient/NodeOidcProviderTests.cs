using ClientAuth.Protocol;

namespace Interoperability.Tests.OurClient;

/// <summary>This project's client and node-oidc-provider, row by row.</summary>
public sealed class NodeOidcProviderTests(Columns columns)
{
    [Theory]
    [InlineData(TokenEndpointAuthMethods.ClientSecretBasic, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.ClientSecretPost, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.ClientSecretJwt, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.PrivateKeyJwt, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.TlsClientAuth, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.SelfSignedTlsClientAuth, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.AttestJwtClientAuth, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.AttestJwtClientAuthDpop, "DPoP token", "401 invalid_client")]
    [InlineData(Feature.Dpop, "DPoP token", "400 invalid_dpop_proof")]
    [InlineData(Feature.PushedRequests, "pushed", "401 invalid_client")]
    [InlineData(Feature.Introspection, "active", "401 invalid_client")]
    [InlineData(Feature.Revocation, "revoked, then inactive", "401 invalid_client")]
    [InlineData(Feature.Registration, "registered, token, withdrawn", "401 invalid_token")]
    public Task The_right_credential_is_accepted_and_a_wrong_one_refused_with_this_error(
        string feature,
        string right,
        string wrong
    ) => columns.AssertAsync(new NodeOidcProviderColumn(), feature, right, wrong);
}
