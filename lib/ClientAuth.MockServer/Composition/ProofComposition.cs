using ClientAuth.MockServer.Attestations;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Nonces;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations.Keys;
using ClientAuth.MockServer.Sharing;

namespace ClientAuth.MockServer.Composition;

/// <summary>The pieces of a server that proofs of possession need: DPoP, and client attestations.</summary>
internal sealed class ProofComposition
{
    private readonly ServerNonces? _nonces;

    /// <param name="options">What the server is made of.</param>
    /// <param name="issuer">The audience of proofs.</param>
    /// <param name="keys">Of all nodes of the issuer; null where there is one node.</param>
    public ProofComposition(AuthorizationServerOptions options, string issuer, SharedKeys? keys = null)
    {
        _nonces =
            options.Proofs.DpopNonces == NoncePolicy.Required ? Nonces(options, keys?.Derive("DPoP nonces")) : null;
        var challengesClients = ServerDescription.ChallengesAttestedClients(options);
        Challenges =
            challengesClients || ServerDescription.AttestsApps(options)
                ? Nonces(options, keys?.Derive("challenges"))
                : null;
        var age = new ProofAge(options.Clock, options.ClockSkew, options.Proofs.MaximumProofAge);
        Dpop = DpopChecks(options, age, challenges: null);
        CombinedDpop = DpopChecks(options, age, challengesClients ? Challenges : null);
        foreach (var attester in options.Attestation.ClientAttesters)
        {
            TrustedKeys.Require(
                nameof(AttestationOptions.ClientAttesters),
                attester.Issuer,
                attester.Keys,
                options.Keys.MinimumRsaKeySize
            );
        }

        Attestations = new AttestationChecks(
            options.Attestation.ClientAttesters,
            options.Proofs.ProofAlgorithms,
            new AttestationTimes(
                options.Clock,
                options.ClockSkew,
                options.Attestation.MaximumAttestationAge,
                options.Attestation.RequireAttestationIssueTime
            ),
            options.Keys.MinimumRsaKeySize,
            options.Assertions.MaximumKeysTried
        );
        Pops = new AttestationPopChecks(
            new AudienceChecks([issuer], options.Assertions.AudienceForm),
            options.Proofs.ProofAlgorithms,
            age,
            challengesClients ? Challenges : null
        );
    }

    public DpopProofChecks Dpop { get; }

    /// <summary>For a proof that is an attested client's as well, in the combined mode.</summary>
    public DpopProofChecks CombinedDpop { get; }

    public AttestationChecks Attestations { get; }

    public AttestationPopChecks Pops { get; }

    /// <summary>What attested clients and devices must answer; null where nobody must.</summary>
    public ServerNonces? Challenges { get; }

    /// <summary>What every answer to a proof gets.</summary>
    public FreshNonces Fresh => new(_nonces, Challenges);

    /// <summary>Where both are given ahead of the first proof.</summary>
    public ChallengeEndpoint Challenge => new(_nonces, Challenges);

    private DpopProofChecks DpopChecks(AuthorizationServerOptions options, ProofAge age, ServerNonces? challenges) =>
        new(
            options.Proofs.ProofAlgorithms,
            age,
            _nonces is null ? null : new ProofNonces(_nonces, challenges),
            options.Keys.MinimumRsaKeySize
        );

    private static ServerNonces Nonces(AuthorizationServerOptions options, byte[]? key) =>
        new(options.Clock, options.Proofs.NonceLifetime, key);
}
