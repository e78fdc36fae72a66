using ClientAuth.Client;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;

namespace Interoperability.Tests.OurClient;

/// <summary>A client that is registered for its secret in the header sends it in the body: here the servers differ.</summary>
public sealed class SecretInTheBodyTests
{
    [Fact]
    public async Task This_projects_server_holds_the_client_to_its_method()
    {
        await using var server = await OurServer.StartAsync();

        Assert.IsType<TokenOutcome.Refused>(await RequestAsync(server));
        Assert.Equal("client.method", server.FailedCheck);
    }

    [Fact]
    public async Task Node_oidc_provider_takes_it()
    {
        await using var server = await NodeOidcProvider.StartAsync();

        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(server));
    }

    [Fact]
    public async Task OpenIddict_takes_it()
    {
        await using var server = await OpenIddictServer.StartAsync();

        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(server));
    }

    private static async Task<TokenOutcome> RequestAsync(AskedServer server)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var method = new ClientAuthenticationMethodConfiguration.Secret(
            server.Clients.Basic().Secret!,
            SecretStyle.Body
        );
        using var http = server.Connect(method);
        var metadata = await AuthorizationServerDiscovery.FetchAsync(
            http,
            server.Issuer,
            server.Clock,
            AskedServer.Patience,
            cancellation
        );
        using var asking = new Asking(
            metadata,
            server.Authority,
            TokenEndpointAuthMethods.ClientSecretBasic,
            method,
            server.Clock
        );
        return await asking.Client.RequestTokenAsync(cancellationToken: cancellation);
    }
}
