using ClientAuth.Protocol;
using Interoperability.Tests.Npm;
using Interoperability.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Interoperability.Tests.OurClient;

/// <summary>The servers that this project's client is tried with: its own, which the others are compared with, and those of other people.</summary>
internal static class TriedServers
{
    private const string NoAttestation = "OpenIddict has no client attestation.";

    public static IReadOnlyList<Column> All { get; } =
    [
        new(
            "this project's server",
            async () => await OurClientPair.MeetAsync(await OurServer.StartAsync()),
            new Dictionary<string, string>()
        ),
        new(
            "node-" + NpmFolder.Named(NpmFolder.OidcProvider),
            async () => await OurClientPair.MeetAsync(await NodeOidcProvider.StartAsync()),
            new Dictionary<string, string>()
        ),
        new(
            LibraryVersion.Named("OpenIddict", typeof(OpenIddictServerBuilder)),
            async () => await OurClientPair.MeetAsync(await OpenIddictServer.StartAsync()),
            // Its metadata says so, too (OpenIddictTests).
            new Dictionary<string, string>
            {
                [TokenEndpointAuthMethods.ClientSecretJwt] =
                    "OpenIddict keeps only a hash of a secret, and so cannot verify a MAC that is keyed with it.",
                [TokenEndpointAuthMethods.AttestJwtClientAuth] = NoAttestation,
                [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] = NoAttestation,
                [Feature.Dpop] = "OpenIddict binds tokens to certificates only.",
                [Feature.Registration] = "OpenIddict registers clients by its programming interface only.",
            }
        ),
    ];
}
