using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Proofs;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Attestations;

/// <summary>Verifies the client's own proof that it holds the attested key (draft-ietf-oauth-attestation-based-client-auth §7.2).</summary>
/// <param name="issuer">The server's identifier, the one audience.</param>
/// <param name="form">How <c>aud</c> may be written.</param>
/// <param name="jose">What header and signature must be.</param>
/// <param name="age">How old it may be.</param>
/// <param name="challenges">The challenges that it must hold one of; null where the server gives none.</param>
internal sealed class AttestationPopChecks(
    string issuer,
    AudienceForm form,
    JoseChecks jose,
    ProofAge age,
    ServerNonces? challenges
)
{
    /// <summary>The use to be spent, or null where a check failed.</summary>
    public AssertionUse? Check(DecodedJwt jwt, ProofKey attested, CheckTrace trace) =>
        jose.CheckHeader(jwt, trace)
        && jose.CheckSignature(jwt, Keys(jwt, attested), "the attested key", trace)
        && CheckAud(jwt, trace)
        && JtiCheck.Check(jwt, Rules.PopJti, trace)
        && age.Check(jwt, Rules.PopIat, trace) is { } until
        && CheckChallenge(jwt, trace)
            ? new AssertionUse(attested.Uri, jwt.ClaimString("jti") ?? "", until, Rules.PopJtiUnused)
            : null;

    // A key that does not fit the algorithm cannot have signed.
    private static IReadOnlyList<SecurityKey> Keys(DecodedJwt jwt, ProofKey attested) =>
        attested.Suits(jwt.HeaderString("alg")!) ? [attested.SecurityKey] : [];

    private bool CheckAud(DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            Rules.PopAud,
            SoleAudience.Of(jwt, form) == issuer,
            Quote.Text(issuer),
            Quote.Member(jwt.Payload, "aud")
        );

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
