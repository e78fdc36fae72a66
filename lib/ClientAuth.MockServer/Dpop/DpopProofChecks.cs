using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Nonces;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Dpop;

/// <summary>
/// Verifies a DPoP proof (RFC 9449 §4.3): header, key, signature, then whether it was made for this request and just now. It
/// spends nothing; that comes last, once the request as a whole is allowed.
/// </summary>
/// <param name="algorithms">What it may be signed with; none of them symmetric.</param>
/// <param name="age">How old it may be.</param>
/// <param name="nonces">The nonces that it must hold one of; null where the server gives none.</param>
/// <param name="minimumRsaKeySize">Of its key, in bits.</param>
internal sealed class DpopProofChecks(
    IReadOnlyList<string> algorithms,
    ProofAge age,
    ProofNonces? nonces,
    int minimumRsaKeySize
)
{
    private static readonly JwtKind Kind = new(JwtTypes.DpopProof, Rules.DpopTyp, Rules.DpopAlg, Rules.DpopCrit);

    /// <summary>The proof, or null where a check failed.</summary>
    public DpopProof? Check(IncomingRequest incoming, CheckTrace trace)
    {
        if (Read(incoming, trace) is not { } jwt || !JwsChecks.CheckHeader(jwt, Kind, algorithms, trace))
        {
            return null;
        }

        using var key = ReadKey(jwt, trace);
        return
            key is not null
            && JwsChecks.CheckSignature(jwt, [key.SecurityKey], "the key in the header", Rules.DpopSignature, trace)
            && ClaimChecks.CheckJti(jwt, Rules.DpopJti, trace)
            && CheckMethod(jwt, incoming, trace)
            && CheckTarget(jwt, incoming, trace)
            && age.Check(jwt, Rules.DpopIat, trace) is { } until
            && CheckNonce(jwt, trace)
            ? new DpopProof(
                key.Thumbprint,
                new SingleUse(key.Uri, jwt.ClaimString("jti") ?? "", until, Rules.DpopJtiUnused)
            )
            {
                AccessTokenHash = jwt.ClaimString("ath"),
            }
            : null;
    }

    // Exactly one header, and in it one JWS (RFC 9449 §4.1).
    private static DecodedJwt? Read(IncomingRequest incoming, CheckTrace trace)
    {
        var values = incoming.Http.HeaderValues(ProofHeaders.Dpop).ToList();
        return trace.Check(Rules.DpopSingle, values.Count == 1, "exactly one DPoP header", $"{values.Count}")
            ? JwsChecks.Read(values.FirstOrDefault(), Rules.DpopFormat, trace)
            : null;
    }

    private ProofKey? ReadKey(DecodedJwt jwt, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg")!;
        var isKey = ProofKey.TryRead(jwt.Header, minimumRsaKeySize, out var key, out var problem);
        var holds = trace.Check(
            Rules.DpopJwk,
            isKey && key!.Misfit(alg) is null,
            $"the public key for {alg} as jwk",
            problem
                ?? $"a public key with thumbprint {Quote.Text(key!.Thumbprint)}"
                    + (key.Misfit(alg) is { } misfit ? $": {misfit}" : "")
        );
        if (!holds)
        {
            key?.Dispose();
            return null;
        }

        return key;
    }

    // Methods are case-sensitive (RFC 9110 §9.1).
    private static bool CheckMethod(DecodedJwt jwt, IncomingRequest incoming, CheckTrace trace) =>
        trace.Check(
            Rules.DpopHtm,
            jwt.ClaimString("htm") == incoming.Http.Method,
            Quote.Sent(incoming.Http.Method),
            Quote.Member(jwt.Payload, "htm")
        );

    private static bool CheckTarget(DecodedJwt jwt, IncomingRequest incoming, CheckTrace trace)
    {
        var target = incoming.Origin + incoming.Path;
        return trace.Check(
            Rules.DpopHtu,
            TargetUri.IsSame(jwt.ClaimString("htu"), target),
            Quote.Sent(target),
            Quote.Member(jwt.Payload, "htu")
        );
    }

    private bool CheckNonce(DecodedJwt jwt, CheckTrace trace)
    {
        if (nonces is null)
        {
            return true;
        }

        var isGood = nonces.Accepts(jwt.ClaimString("nonce"), out var seen);
        return trace.Check(Rules.DpopNonce, isGood, nonces.Expected, seen);
    }
}
