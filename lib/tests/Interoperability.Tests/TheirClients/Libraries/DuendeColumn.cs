using ClientAuth.Protocol;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>Duende.IdentityModel at this project's server.</summary>
internal sealed class DuendeColumn : Column
{
    public override string Name => "Duende.IdentityModel 8.1.0";

    public override IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            [TokenEndpointAuthMethods.AttestJwtClientAuth] = "This library has no client attestation.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = "This library has no client attestation.",
        };

    protected override async Task<Pair> StartAsync() => await DuendePair.StartAsync();
}
