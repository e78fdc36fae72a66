using ClientAuth.Protocol;
using Interoperability.Tests.Npm;

namespace Interoperability.Tests.TheirClients;

/// <summary>oauth4webapi at this project's server.</summary>
internal sealed class Oauth4WebApiColumn : Column
{
    public override string Name => NpmFolder.Named(NpmFolder.Oauth4WebApi);

    public override IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            [TokenEndpointAuthMethods.AttestJwtClientAuth] = "This library has no client attestation.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = "This library has no client attestation.",
        };

    protected override async Task<Pair> StartAsync() => await NpmClientPair.StartAsync(NpmFolder.Oauth4WebApi);
}
