using ClientAuth.Protocol;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>Duende.IdentityModel and this project's server, row by row.</summary>
public sealed class DuendeTests(Columns columns)
{
    [Theory]
    [InlineData(TokenEndpointAuthMethods.ClientSecretBasic, "token", "401 invalid_client, secret.value")]
    [InlineData(TokenEndpointAuthMethods.ClientSecretPost, "token", "401 invalid_client, secret.value")]
    [InlineData(TokenEndpointAuthMethods.ClientSecretJwt, "token", "401 invalid_client, assertion.signature")]
    [InlineData(TokenEndpointAuthMethods.PrivateKeyJwt, "token", "401 invalid_client, assertion.signature")]
    [InlineData(TokenEndpointAuthMethods.TlsClientAuth, "token", "401 invalid_client, certificate.san")]
    [InlineData(
        TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
        "token",
        "401 invalid_client, certificate.registered"
    )]
    [InlineData(Feature.Dpop, "DPoP token", "400 invalid_dpop_proof, dpop.htu")]
    [InlineData(Feature.PushedRequests, "pushed", "401 invalid_client, secret.value")]
    [InlineData(Feature.Introspection, "active", "401 invalid_client, secret.value")]
    [InlineData(Feature.Revocation, "revoked, then inactive", "401 invalid_client, secret.value")]
    [InlineData(Feature.Registration, "registered, token", "401 invalid_token, token.format")]
    public Task The_right_credential_is_accepted_and_a_wrong_one_refused_by_this_check(
        string feature,
        string right,
        string wrong
    ) => columns.AssertAsync(new DuendeColumn(), feature, right, wrong);
}
