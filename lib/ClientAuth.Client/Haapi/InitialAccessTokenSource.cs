using ClientAuth.Client.Dpop;
using ClientAuth.Client.Registration;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>Requests the initial access token in the name of the main client. The token allows one registration (RFC 7591 §3).</summary>
internal sealed class InitialAccessTokenSource(
    HaapiConfiguration configuration,
    DcrConfiguration dcr,
    ClientAuthenticationMethodConfiguration method,
    HttpClient http
)
{
    public string MainClientId => dcr.MainClientId ?? configuration.ClientId;

    /// <summary>Where to register with the token. A token that is bound to a certificate works only on a connection with that certificate (RFC 8705 §3 and §5).</summary>
    public Uri RegistrationEndpoint =>
        method.CertificateContext is not null
        && dcr.ClientRegistrationEndpointUri.OriginalString == configuration.Server.RegistrationEndpoint
        && configuration.Server.MtlsEndpointAliases?.RegistrationEndpoint is { } alias
            ? EndpointAddress.Of(alias, "mtls_endpoint_aliases.registration_endpoint")
            : dcr.ClientRegistrationEndpointUri;

    /// <summary>Requests a token that is bound to the device's key, so that nobody else can register with it.</summary>
    public async Task<string> RequestAsync(DpopKey key, CancellationToken cancellationToken)
    {
        var client = new TokenClient(http, configuration.Server, MainClientId, method, configuration.Clock)
        {
            Deadline = configuration.Deadline,
            BindingKey = key,
        };
        var asked = configuration.Clock.GetUtcNow();
        var outcome = await StepRunner.RequestAsync(
            HaapiStep.InitialAccessToken,
            () => client.RequestTokenAsync(Scopes.DynamicClientRegistration, cancellationToken)
        );
        return StepRunner.Token(HaapiStep.InitialAccessToken, MainClientId, outcome, asked, key, Advice).Reveal();
    }

    private string Advice(string error) =>
        error switch
        {
            OAuthErrors.InvalidClient =>
                $"Check that '{MainClientId}' is registered for {method}, and that the credential is the registered one.",
            OAuthErrors.InvalidScope =>
                $"Register '{MainClientId}' for the scope {Scopes.DynamicClientRegistration}, or name another client as MainClientId.",
            _ => $"Check that '{MainClientId}' is registered for the grant {GrantTypes.ClientCredentials}.",
        };
}
