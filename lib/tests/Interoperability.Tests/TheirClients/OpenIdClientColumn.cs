using ClientAuth.Protocol;
using Interoperability.Tests.Npm;

namespace Interoperability.Tests.TheirClients;

/// <summary>openid-client at this project's server.</summary>
internal sealed class OpenIdClientColumn : Column
{
    public override string Name => NpmFolder.Named(NpmFolder.OpenIdClient);

    public override IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            [TokenEndpointAuthMethods.AttestJwtClientAuth] = "This library has no client attestation.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = "This library has no client attestation.",
        };

    protected override async Task<Pair> StartAsync() => await NpmClientPair.StartAsync(NpmFolder.OpenIdClient);
}
