using ClientAuth.MockServer.Attestations;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Proofs;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer;

/// <summary>The pieces of a server that proofs of possession need: DPoP, and client attestations.</summary>
internal sealed class ProofComposition
{
    private readonly ServerNonces? _nonces;
    private readonly ServerNonces? _challenges;

    public ProofComposition(AuthorizationServerOptions options, string issuer)
    {
        _nonces = options.DpopNonces == NoncePolicy.Required ? Nonces(options) : null;
        _challenges = ServerDescription.GivesChallenges(options) ? Nonces(options) : null;
        var age = new ProofAge(options.Clock, options.ClockSkew, options.MaximumProofAge);
        Dpop = new DpopProofChecks(
            new JoseChecks(
                new JoseRules(JwtTypes.DpopProof, Rules.DpopTyp, Rules.DpopAlg, Rules.DpopCrit, Rules.DpopSignature),
                options.ProofAlgorithms
            ),
            age,
            _nonces,
            options.MinimumRsaKeySize
        );
        Attestations = new AttestationChecks(
            options.ClientAttesters,
            new JoseChecks(
                new JoseRules(
                    JwtTypes.ClientAttestation,
                    Rules.AttestationTyp,
                    Rules.AttestationAlg,
                    Rules.AttestationCrit,
                    Rules.AttestationSignature
                ),
                options.ProofAlgorithms
            ),
            new AttestationTimes(options.Clock, options.ClockSkew, options.MaximumAttestationAge),
            options.MinimumRsaKeySize
        );
        Pops = new AttestationPopChecks(
            issuer,
            options.AudienceForm,
            new JoseChecks(
                new JoseRules(
                    JwtTypes.ClientAttestationPop,
                    Rules.PopTyp,
                    Rules.PopAlg,
                    Rules.PopCrit,
                    Rules.PopSignature
                ),
                options.ProofAlgorithms
            ),
            age,
            _challenges
        );
    }

    public DpopProofChecks Dpop { get; }

    public AttestationChecks Attestations { get; }

    public AttestationPopChecks Pops { get; }

    /// <summary>What every answer to a proof gets.</summary>
    public FreshNonces Fresh => new(_nonces, _challenges);

    /// <summary>Where both are given ahead of the first proof.</summary>
    public ChallengeEndpoint Challenge => new(_nonces, _challenges);

    private static ServerNonces Nonces(AuthorizationServerOptions options) => new(options.Clock, options.NonceLifetime);
}
