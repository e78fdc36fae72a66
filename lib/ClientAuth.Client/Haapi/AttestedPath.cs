using ClientAuth.Client.Attestation;
using ClientAuth.Client.Connections;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>
/// The path by attestation. The platform attests the app, the server issues a Client Attestation Token for that, and the app
/// exchanges it for access tokens until it expires.
/// </summary>
internal sealed class AttestedPath : TokenPath
{
    private readonly HaapiConfiguration _configuration;
    private readonly DeviceAttestation _attestation;
    private ClientAttestationToken? _attested;

    public AttestedPath(HaapiConfiguration configuration)
    {
        _configuration = configuration;
        // No certificate: whatever method is configured beside attestation stays out of it.
        Http = TokenHttp.Create(configuration.Trust, method: null, configuration.Clock);
        _attestation = new DeviceAttestation(configuration, Http);
    }

    public override HaapiPath Path => HaapiPath.Attestation;

    public override string ClientId => _configuration.ClientId;

    public override DpopKey Key => _attestation.Key;

    public override HttpClient Http { get; }

    public override async Task<BoundAccessToken> RequestAsync(CancellationToken cancellationToken)
    {
        var kept =
            _attested is { } attested && _configuration.Clock.GetUtcNow() < attested.Expires && _attestation.IsKeyThere;
        var (outcome, asked) = await ExchangeAsync(attestAnew: !kept, cancellationToken);
        // The server may have forgotten what it vouched for, or its clock is ahead.
        if (kept && outcome is TokenOutcome.Refused { Error.Error: OAuthErrors.InvalidGrant })
        {
            (outcome, asked) = await ExchangeAsync(attestAnew: true, cancellationToken);
        }

        return StepRunner.Token(
            HaapiStep.TokenExchange,
            ClientId,
            outcome,
            asked,
            Key,
            _ =>
                $"Check that '{ClientId}' is registered for the method none, the grant {GrantTypes.TokenExchange} and the scope that is asked for."
        );
    }

    public override void Dispose() => Http.Dispose();

    private async Task<(TokenOutcome Outcome, DateTimeOffset Asked)> ExchangeAsync(
        bool attestAnew,
        CancellationToken cancellationToken
    )
    {
        if (attestAnew || _attested is null)
        {
            _attested = await _attestation.AttestAsync(cancellationToken);
        }

        var client = new TokenClient(
            Http,
            _configuration.Server,
            ClientId,
            new ClientAuthenticationMethodConfiguration.None(),
            _configuration.Clock
        )
        {
            Deadline = _configuration.Deadline,
            BindingKey = Key,
        };
        var asked = _configuration.Clock.GetUtcNow();
        var outcome = await StepRunner.RequestAsync(
            HaapiStep.TokenExchange,
            () => client.ExchangeAsync(_attested.Reveal(), _configuration.Scope, cancellationToken)
        );
        return (outcome, asked);
    }
}
