using ClientAuth.Protocol;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>OpenIddict.Client at this project's server.</summary>
internal sealed class OpenIddictClientColumn : Column
{
    public override string Name => "OpenIddict.Client 7.8.0";

    public override IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            [TokenEndpointAuthMethods.ClientSecretJwt] =
                "It signs assertions with keys, and keys no MAC with a secret.",
            [TokenEndpointAuthMethods.AttestJwtClientAuth] = "It has no client attestation.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = "It has no client attestation.",
            [Feature.Dpop] = "It binds tokens to certificates only.",
            [Feature.PushedRequests] =
                "It pushes a request only on the way to a browser, and this server has no authorization endpoint.",
            [Feature.Registration] = "It does not register clients.",
        };

    protected override async Task<Pair> StartAsync() => await OpenIddictClientPair.StartAsync();
}
