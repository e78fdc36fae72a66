using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Methods;

public sealed class PublicClientTests
{
    [Fact]
    public async Task Public_client_is_known_and_may_not_use_client_credentials()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.With(TokenParameters.ClientId, TestClients.Public));

        answer.AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.GrantAllowed.Name);
    }

    [Fact]
    public async Task Public_client_that_is_registered_for_the_grant_may_not_use_it_either()
    {
        await using var lab = await TestLab.StartWithAsync(
            new ClientMetadata
            {
                ClientId = "p",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.None,
                GrantTypes = [GrantTypes.ClientCredentials],
            }
        );

        var answer = await lab.SendAsync(TestCall.With(TokenParameters.ClientId, "p"));

        answer.AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.GrantAllowed.Name);
    }

    [Fact]
    public async Task Confidential_client_needs_the_grant_in_its_registration()
    {
        await using var lab = await TestLab.StartWithAsync(
            new ClientMetadata
            {
                ClientId = "c",
                ClientSecret = "s",
                GrantTypes = ["authorization_code"],
                RedirectUris = ["com.example.app:/callback"],
            }
        );

        var answer = await lab.SendAsync(TestCall.Basic("c", "s"));

        answer.AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.GrantAllowed.Name);
    }
}
