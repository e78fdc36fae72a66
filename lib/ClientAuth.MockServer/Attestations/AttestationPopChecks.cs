using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Nonces;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Attestations;

/// <summary>Verifies the client's own proof that it holds the attested key (draft-ietf-oauth-attestation-based-client-auth §7.2).</summary>
/// <param name="audience">Accepts the server's identifier and nothing else.</param>
/// <param name="algorithms">What it may be signed with; none of them symmetric.</param>
/// <param name="age">How old it may be.</param>
/// <param name="challenges">The challenges that it must hold one of; null where the server gives none.</param>
internal sealed class AttestationPopChecks(
    AudienceChecks audience,
    IReadOnlyList<string> algorithms,
    ProofAge age,
    ServerNonces? challenges
)
{
    private static readonly JwtKind Kind = new(
        JwtTypes.ClientAttestationPop,
        Rules.PopTyp,
        Rules.PopAlg,
        Rules.PopCrit
    );

    /// <summary>The use to be spent, or null where a check failed.</summary>
    public SingleUse? Check(DecodedJwt jwt, ProofKey attested, CheckTrace trace) =>
        JwsChecks.CheckHeader(jwt, Kind, algorithms, trace)
        && JwsChecks.CheckSignature(jwt, Keys(jwt, attested), "the attested key", Rules.PopSignature, trace)
        && audience.Check(jwt, Rules.PopAud, trace)
        && ClaimChecks.CheckJti(jwt, Rules.PopJti, trace)
        && age.Check(jwt, Rules.PopIat, trace) is { } until
        && CheckChallenge(jwt, trace)
            ? new SingleUse(attested.Uri, jwt.ClaimString("jti") ?? "", until, Rules.PopJtiUnused)
            : null;

    // A key that does not fit the algorithm cannot have signed.
    private static IReadOnlyList<SecurityKey> Keys(DecodedJwt jwt, ProofKey attested) =>
        attested.Misfit(jwt.HeaderString("alg")!) is null ? [attested.SecurityKey] : [];

    private bool CheckChallenge(DecodedJwt jwt, CheckTrace trace)
    {
        if (challenges is null)
        {
            return true;
        }

        var isGood = challenges.Accepts(jwt.ClaimString("challenge"), out var seen);
        return trace.Check(Rules.PopChallenge, isGood, "a challenge that this server issued recently", seen);
    }
}
