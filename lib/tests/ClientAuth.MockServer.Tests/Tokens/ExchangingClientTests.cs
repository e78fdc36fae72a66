using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>Who may exchange: clients without authentication that are registered for it, and nobody else; and they may do nothing else.</summary>
public sealed class ExchangingClientTests : IAsyncLifetime
{
    private DeviceLab _lab = null!;
    private TestDevice _device = null!;

    public async ValueTask InitializeAsync()
    {
        _lab = await DeviceLab.StartAsync();
        _device = _lab.Android();
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Two_grants_in_one_request_are_refused()
    {
        var call = await _device.ExchangeAsync(await _device.TokenAsync());

        var answer = await _device.SendAsync(call.And(TokenParameters.GrantType, GrantTypes.ClientCredentials));

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.Parameters.Name);
    }

    [Fact]
    public async Task Client_credentials_stay_closed_to_the_attested_client()
    {
        var call = TestCall.With(TokenParameters.ClientId, DeviceLab.App);

        (await _device.SendAsync(call)).AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.GrantAllowed.Name);
    }

    [Fact]
    public async Task Client_that_authenticates_by_itself_has_nothing_to_exchange()
    {
        var token = await _device.TokenAsync();
        var own = TestCall.Basic(TestClients.Basic, _lab.Lab.Clients.Secret);
        var exchange = await _device.ExchangeAsync(token);

        var answer = await _device.SendAsync(
            exchange.Without(TokenParameters.ClientId) with
            {
                Headers = [.. exchange.Headers, .. own.Headers],
            }
        );

        answer.AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.GrantAllowed.Name);
    }

    [Fact]
    public async Task Client_that_authenticates_by_itself_may_not_exchange_even_where_it_is_registered_for_it()
    {
        _lab.Lab.Server.Clients.Replace(
            DeviceLab.Client(DeviceLab.App) with
            {
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretPost,
                ClientSecret = _lab.Lab.Clients.Secret,
            }
        );
        var exchange = await _device.ExchangeAsync("a.b.c");

        var answer = await _device.SendAsync(exchange.And(TokenParameters.ClientSecret, _lab.Lab.Clients.Secret));

        answer.AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.GrantAllowed.Name);
    }

    [Fact]
    public async Task Client_without_the_grant_has_nothing_to_exchange() =>
        (await _device.SendAsync(await _device.ExchangeAsync("a.b.c", TestClients.Public))).AssertRefused(
            400,
            OAuthErrors.UnauthorizedClient,
            Rules.GrantAllowed.Name
        );
}
