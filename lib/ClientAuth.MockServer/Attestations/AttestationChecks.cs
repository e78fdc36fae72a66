using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Attestations;

/// <summary>Verifies what an attester says of a client (draft-ietf-oauth-attestation-based-client-auth §7.1).</summary>
/// <param name="attesters">Those whose word counts.</param>
/// <param name="algorithms">What an attestation may be signed with; none of them symmetric.</param>
/// <param name="times">When it holds.</param>
/// <param name="minimumRsaKeySize">Of the attested key, in bits.</param>
/// <param name="mostKeys">How many keys one attestation is verified with.</param>
internal sealed class AttestationChecks(
    IReadOnlyList<ClientAttester> attesters,
    IReadOnlyList<string> algorithms,
    AttestationTimes times,
    int minimumRsaKeySize,
    int mostKeys
)
{
    private static readonly JwtKind Kind = new(
        JwtTypes.ClientAttestation,
        Rules.AttestationTyp,
        Rules.AttestationAlg,
        Rules.AttestationCrit
    );

    /// <summary>The attested key, for the caller to dispose, or null where a check failed.</summary>
    public ProofKey? Check(ClientMetadata client, DecodedJwt jwt, CheckTrace trace)
    {
        if (!JwsChecks.CheckHeader(jwt, Kind, algorithms, trace))
        {
            return null;
        }

        using var keys = FindKeys(jwt, trace);
        return
            keys.All is not []
            && JwsChecks.CheckSignature(jwt, keys.All, "the attester's key", Rules.AttestationSignature, trace)
            && ClaimChecks.CheckIs(jwt, "sub", client.ClientId, Rules.AttestationSub, trace)
            && times.Check(jwt, trace)
            ? CheckKey(jwt, trace)
            : null;
    }

    // Issuer and kid pick among the trusted keys where they are there; keys that the attestation itself brings are not looked at.
    private VerificationKeys FindKeys(DecodedJwt jwt, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg")!;
        var named = attesters
            .Where(attester => IsNamed(attester, jwt))
            .SelectMany(attester => attester.Keys.Keys)
            .ToList();
        var fitting = KeyFit.Fitting(named, jwt, alg, out var misfits);
        var tooMany = fitting.Count > mostKeys;
        var isFound = trace.Check(
            Rules.AttestationAttester,
            fitting is not [] && !tooMany,
            $"a trusted attester's key for {alg}"
                + (tooMany ? $", named by its kid where more than {mostKeys} fit" : ""),
            $"iss {Quote.Member(jwt.Payload, "iss")}, kid {Quote.Member(jwt.Header, "kid")}, "
                + $"{fitting.Count} of {attesters.Sum(attester => attester.Keys.Keys.Count)} trusted keys{misfits}"
        );
        return VerificationKeys.Import(isFound ? fitting : []);
    }

    // A name that is no string names nobody.
    private static bool IsNamed(ClientAttester attester, DecodedJwt jwt) =>
        !jwt.Payload.TryGetProperty("iss", out _) || jwt.ClaimString("iss") == attester.Issuer;

    private ProofKey? CheckKey(DecodedJwt jwt, CheckTrace trace)
    {
        var confirmation = jwt.Payload.TryGetProperty("cnf", out var cnf) ? cnf : default;
        var isKey = ProofKey.TryRead(confirmation, minimumRsaKeySize, out var key, out var problem);
        trace.Check(
            Rules.AttestationCnf,
            isKey,
            "the client's public key as cnf.jwk",
            problem ?? $"a public key with thumbprint {Quote.Text(key!.Thumbprint)}"
        );
        return key;
    }
}

/// <summary>
/// When an attestation holds: longer than an assertion, since one serves many requests, and yet not for as long as its attester
/// likes (draft-ietf-oauth-attestation-based-client-auth §4, §10.2). One without <c>iat</c> is fresh until its <c>exp</c> (§7.1 (6)).
/// </summary>
/// <param name="clock">The server's.</param>
/// <param name="skew">How far the attester's clock may differ.</param>
/// <param name="maximumAge">How long ago one with <c>iat</c> may have been made.</param>
/// <param name="requireIat">Whether one without <c>iat</c>, which the draft leaves optional, is refused.</param>
internal sealed class AttestationTimes(TimeProvider clock, TimeSpan skew, TimeSpan maximumAge, bool requireIat)
{
    public bool Check(DecodedJwt jwt, CheckTrace trace)
    {
        var times = new TimeChecks(jwt, clock.GetUtcNow(), skew, trace);
        return times.CheckExp(Rules.AttestationExp)
            && times.CheckNbf(Rules.AttestationNbf)
            && times.CheckIat(requireIat ? Rules.AttestationIatRequired : Rules.AttestationIat, requireIat)
            && times.CheckFresh(Rules.AttestationFresh, maximumAge);
    }
}
