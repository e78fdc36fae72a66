using ClientAuth.Client;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;

namespace Interoperability.Tests.OurClient;

/// <summary>OpenIddict says itself which rows it does not have.</summary>
public sealed class OpenIddictTests
{
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
