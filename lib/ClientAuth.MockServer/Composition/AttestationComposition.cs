using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Grants;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Platforms;
using ClientAuth.MockServer.Platforms.Android;
using ClientAuth.MockServer.Platforms.Apple;
using ClientAuth.MockServer.Platforms.Evidence;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tokens;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Composition;

/// <summary>
/// Puts together what devices need that attest themselves: the endpoint that gives a Client Attestation Token, and the grant that
/// takes it; a part of the map in <see cref="ServerComposition"/>. A server without attested apps has neither.
/// </summary>
internal sealed class AttestationComposition(
    AuthorizationServerOptions options,
    string issuer,
    RegisteredClients clients,
    ServerKey key,
    ProofComposition proofs
)
{
    /// <summary>Where a device attests itself.</summary>
    /// <param name="state">Where spent challenges and known keys are remembered.</param>
    /// <param name="singleUse">Spends challenge and proof together.</param>
    public IEnumerable<Route> Routes(ISharedState state, SingleUseChecks singleUse)
    {
        if (proofs.Challenges is not { } challenges || !ServerDescription.AttestsApps(options))
        {
            yield break;
        }

        var chains = new DeviceChainChecks(new AlgorithmChecks(options.Keys.MinimumRsaKeySize));
        var keys = new KnownAppKeys(state);
        yield return new Route(
            Paths.ClientAttestationToken,
            new ClientAttestationTokenEndpoint(
                new KnownApps(options.Apps.AttestedApps, clients),
                proofs.Dpop,
                new DeviceChallenges(challenges, state),
                new PlatformChecks(
                    new AndroidKeyChecks(
                        chains,
                        new AndroidDateChecks(options.Clock),
                        new AndroidStatusChecks(
                            options.Apps.AttestationStatus,
                            options.Apps.MaximumAttestationStatusAge,
                            options.Clock
                        )
                    ),
                    new AppAttestChecks(chains, options.Clock),
                    new AppAssertionChecks(keys)
                ),
                singleUse,
                keys,
                new ClientAttestationTokens(key, issuer, options.Clock, options.Apps.ClientAttestationTokenLifetime)
            )
        );
    }

    /// <summary>What the token endpoint can be asked with besides.</summary>
    public IEnumerable<TokenGrant> Grants() =>
        ServerDescription.AttestsApps(options)
            ?
            [
                new TokenExchangeGrant(
                    new ExchangeTermsChecks(issuer),
                    new SubjectTokenChecks(key, issuer, options.Clock),
                    proofs.Dpop
                ),
            ]
            : [];
}
