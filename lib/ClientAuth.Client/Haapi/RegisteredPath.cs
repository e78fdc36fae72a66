using ClientAuth.Client.Connections;
using ClientAuth.Client.Dpop;
using ClientAuth.Client.Registration;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>
/// The path by registration, the fallback. The device registers a client of its own, and that client authenticates with a
/// credential that only this device has.
/// </summary>
internal sealed class RegisteredPath : TokenPath
{
    private readonly HaapiConfiguration _configuration;
    private readonly DeviceKeyPair _keys;
    private readonly HttpClient _mainHttp;
    private readonly DeviceRegistration _registration;
    private readonly DeviceConnections _connections = new();

    public RegisteredPath(
        HaapiConfiguration configuration,
        DcrConfiguration dcr,
        ClientAuthenticationMethodConfiguration method
    )
    {
        _configuration = configuration;
        _keys = new DeviceKeyPair(configuration.Platform, configuration.Clock);
        _mainHttp = TokenHttp.Create(configuration.Trust, method, configuration.Clock);
        var initial = new InitialAccessTokenSource(configuration, dcr, method, _mainHttp);
        _registration = new DeviceRegistration(configuration, dcr, initial, _keys, _mainHttp);
    }

    public override HaapiPath Path => HaapiPath.Registration;

    public override string ClientId => Device.Client.ClientId;

    public override DpopKey Key => _keys.Dpop;

    public override HttpClient Http => Device.Http;

    private DeviceConnection Device =>
        _connections.Last ?? throw new InvalidOperationException("The device has no client before its first token.");

    public override async Task<BoundAccessToken> RequestAsync(CancellationToken cancellationToken)
    {
        if (_connections.Last is null)
        {
            Use(await _registration.OpenAsync(cancellationToken));
        }

        var (outcome, asked) = await AskAsync(cancellationToken);
        // Forgotten or withdrawn at the server. Once: what is refused under a new registration is refused for another reason.
        if (outcome is TokenOutcome.Refused { Error.Error: OAuthErrors.InvalidClient })
        {
            Use(await _registration.RenewAsync(Device.Client, cancellationToken));
            (outcome, asked) = await AskAsync(cancellationToken);
        }

        return StepRunner.Token(HaapiStep.DeviceToken, ClientId, outcome, asked, Key, Advice);
    }

    public override Task WithdrawAsync(CancellationToken cancellationToken) =>
        _registration.WithdrawAsync(Device.Client, cancellationToken);

    public override void Dispose()
    {
        _mainHttp.Dispose();
        _connections.Dispose();
    }

    private void Use(DeviceClient client) =>
        _connections.Add(new DeviceConnection(_configuration, client, _keys.Method(client)));

    private async Task<(TokenOutcome Outcome, DateTimeOffset Asked)> AskAsync(CancellationToken cancellationToken)
    {
        var asked = _configuration.Clock.GetUtcNow();
        var outcome = await StepRunner.RequestAsync(
            HaapiStep.DeviceToken,
            () => Device.Tokens.BoundTo(Key).RequestTokenAsync(_configuration.Scope, cancellationToken)
        );
        return (outcome, asked);
    }

    private static string Advice(string error) =>
        error == OAuthErrors.InvalidClient
            ? "The device's client was registered again just before. The operator may have disabled it, or the template may be for another credential."
            : "Check which grants and scopes the template allows.";
}
