using ClientAuth.Protocol;
using Interoperability.Tests.Servers;

namespace Interoperability.Tests.OurClient;

/// <summary>This project's client at OpenIddict.</summary>
internal sealed class OpenIddictColumn : Column
{
    public override string Name => "OpenIddict 7.8.0";

    /// <summary>Its metadata says so, too: <see cref="OpenIddictTests"/>.</summary>
    public override IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            [TokenEndpointAuthMethods.ClientSecretJwt] =
                "OpenIddict keeps only a hash of a secret, and so cannot verify a MAC that is keyed with it.",
            [TokenEndpointAuthMethods.AttestJwtClientAuth] = "OpenIddict has no client attestation.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = "OpenIddict has no client attestation.",
            [Feature.Dpop] = "OpenIddict binds tokens to certificates only.",
            [Feature.Registration] = "OpenIddict registers clients by its programming interface only.",
        };

    protected override async Task<Pair> StartAsync() =>
        await OurClientPair.MeetAsync(await OpenIddictServer.StartAsync());
}
