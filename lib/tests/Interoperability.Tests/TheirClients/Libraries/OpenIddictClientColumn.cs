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
                "OpenIddict.Client signs assertions with keys, and keys no MAC with a secret.",
            [TokenEndpointAuthMethods.AttestJwtClientAuth] = "This library has no client attestation.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = "This library has no client attestation.",
            [Feature.Dpop] = "OpenIddict.Client binds tokens to certificates only.",
            [Feature.PushedRequests] =
                "OpenIddict.Client pushes a request only on the way to a browser, and this server has no authorization endpoint.",
            [Feature.Registration] = "OpenIddict.Client does not register clients.",
        };

    protected override async Task<Pair> StartAsync() => await OpenIddictClientPair.StartAsync();
}
