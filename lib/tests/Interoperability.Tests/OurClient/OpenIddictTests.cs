using ClientAuth.Client;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;

namespace Interoperability.Tests.OurClient;

/// <summary>This project's client and OpenIddict, row by row.</summary>
public sealed class OpenIddictTests(Columns columns)
{
    [Theory]
    [InlineData(TokenEndpointAuthMethods.ClientSecretBasic, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.ClientSecretPost, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.PrivateKeyJwt, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.TlsClientAuth, "token", "401 invalid_client")]
    [InlineData(TokenEndpointAuthMethods.SelfSignedTlsClientAuth, "token", "401 invalid_client")]
    [InlineData(Feature.PushedRequests, "pushed", "401 invalid_client")]
    [InlineData(Feature.Introspection, "active", "401 invalid_client")]
    [InlineData(Feature.Revocation, "revoked, then inactive", "401 invalid_client")]
    public Task The_right_credential_is_accepted_and_a_wrong_one_refused_with_this_error(
        string feature,
        string right,
        string wrong
    ) => columns.AssertAsync(new OpenIddictColumn(), feature, right, wrong);

    [Fact]
    public async Task What_it_does_not_have_it_does_not_publish_either()
    {
        await using var server = await OpenIddictServer.StartAsync();
        using var http = server.Connect(method: null);

        var metadata = await AuthorizationServerDiscovery.FetchAsync(
            http,
            server.Issuer,
            server.Clock,
            AskedServer.Patience,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            [
                TokenEndpointAuthMethods.ClientSecretBasic,
                TokenEndpointAuthMethods.ClientSecretPost,
                TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
                TokenEndpointAuthMethods.TlsClientAuth,
            ],
            metadata.TokenEndpointAuthMethodsSupported!.Order(StringComparer.Ordinal)
        );
        Assert.Null(metadata.DpopSigningAlgValuesSupported);
        Assert.Null(metadata.RegistrationEndpoint);
    }
}
