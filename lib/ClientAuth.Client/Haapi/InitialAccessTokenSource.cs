using ClientAuth.Client.Dpop;
using ClientAuth.Client.Registration;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>The main client's part of the fallback: it proves who it is, and gets the token that opens the registration once.</summary>
internal sealed class InitialAccessTokenSource(
    HaapiConfiguration configuration,
    DcrConfiguration dcr,
    ClientAuthenticationMethodConfiguration method,
    HttpClient http
)
{
    public string MainClientId => dcr.MainClientId ?? configuration.ClientId;

    /// <summary>Where the token opens the registration. A token that is bound to a certificate works over a connection with it alone (RFC 8705 §3 and §5).</summary>
    public Uri RegistrationEndpoint =>
        method.CertificateContext is not null
        && dcr.ClientRegistrationEndpointUri.OriginalString == configuration.Server.RegistrationEndpoint
        && configuration.Server.MtlsEndpointAliases?.RegistrationEndpoint is { } alias
            ? EndpointAddress.Of(alias, "mtls_endpoint_aliases.registration_endpoint")
            : dcr.ClientRegistrationEndpointUri;

    /// <summary>A token that is bound to the device's key, so that nobody else registers with it.</summary>
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
