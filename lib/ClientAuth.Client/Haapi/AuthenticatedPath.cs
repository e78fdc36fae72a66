using ClientAuth.Client.Connections;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>The path by client authentication, where attestation is switched off. The tokens are bound to a key of the device.</summary>
internal sealed class AuthenticatedPath(
    HaapiConfiguration configuration,
    ClientAuthenticationMethodConfiguration method
) : TokenPath
{
    public const string KeyName = "haapi-dpop";

    public override HaapiPath Path => HaapiPath.ClientAuthentication;

    public override string ClientId => configuration.ClientId;

    public override DpopKey Key { get; } = new(configuration.Platform.OpenKey(KeyName), configuration.Clock);

    public override HttpClient Http { get; } = TokenHttp.Create(configuration.Trust, method, configuration.Clock);

    public override async Task<BoundAccessToken> RequestAsync(CancellationToken cancellationToken)
    {
        var client = new TokenClient(Http, configuration.Server, ClientId, method, configuration.Clock)
        {
            Deadline = configuration.Deadline,
            BindingKey = Key,
        };
        var asked = configuration.Clock.GetUtcNow();
        var outcome = await StepRunner.RequestAsync(
            HaapiStep.ClientToken,
            () => client.RequestTokenAsync(configuration.Scope, cancellationToken)
        );
        return StepRunner.Token(HaapiStep.ClientToken, ClientId, outcome, asked, Key, Advice);
    }

    public override void Dispose() => Http.Dispose();

    private string Advice(string error) =>
        error == OAuthErrors.InvalidClient
            ? $"Check that '{ClientId}' is registered for {method}, and that the credential is the registered one."
            : $"Check which grants, scopes and method '{ClientId}' is registered for.";
}
