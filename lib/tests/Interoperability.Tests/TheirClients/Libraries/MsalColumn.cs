using ClientAuth.Protocol;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>MSAL at this project's server.</summary>
internal sealed class MsalColumn : Column
{
    private const string OnlyTokens = "MSAL requests tokens and does nothing else.";
    private const string EntraOnly =
        "MSAL authenticates by a certificate in the handshake alone, and binds tokens, only at Microsoft Entra (hosts `login.`).";

    public override string Name => "MSAL 4.92.0";

    public override IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            [TokenEndpointAuthMethods.ClientSecretBasic] = "MSAL sends a secret in the body only.",
            [TokenEndpointAuthMethods.TlsClientAuth] = EntraOnly,
            [TokenEndpointAuthMethods.SelfSignedTlsClientAuth] = EntraOnly,
            [TokenEndpointAuthMethods.AttestJwtClientAuth] = "This library has no client attestation.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = "This library has no client attestation.",
            [Feature.Dpop] = EntraOnly,
            [Feature.PushedRequests] = OnlyTokens,
            [Feature.Introspection] = OnlyTokens,
            [Feature.Revocation] = OnlyTokens,
            [Feature.Registration] = OnlyTokens,
        };

    protected override async Task<Pair> StartAsync() => await MsalPair.StartAsync();
}
