using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Proofs;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Dpop;

/// <summary>
/// Verifies a DPoP proof (RFC 9449 §4.3): header, key, signature, then whether it was made for this request and just now. It
/// spends nothing; that comes last, once the request as a whole is allowed.
/// </summary>
/// <param name="jose">What its header and signature must be.</param>
/// <param name="age">How old it may be.</param>
/// <param name="nonces">The nonces that it must hold one of; null where the server gives none.</param>
/// <param name="minimumRsaKeySize">Of its key, in bits.</param>
internal sealed class DpopProofChecks(JoseChecks jose, ProofAge age, ProofNonces? nonces, int minimumRsaKeySize)
{
    /// <summary>The proof, or null where a check failed.</summary>
    public DpopProof? Check(IncomingRequest incoming, Trail trail)
    {
        if (DpopHeader.Read(incoming, trail) is not { } jwt || !jose.CheckHeader(jwt, trail))
        {
            return null;
        }

        using var key = ReadKey(jwt, trail);
        return
            key is not null
            && jose.CheckSignature(jwt, [key.SecurityKey], "the key in the header", trail)
            && JtiCheck.Check(jwt, Rules.DpopJti, trail)
            && CheckMethod(jwt, incoming, trail)
            && CheckTarget(jwt, incoming, trail)
            && age.Check(jwt, Rules.DpopIat, trail) is { } until
            && CheckNonce(jwt, trail)
            ? new DpopProof(
                key.Thumbprint,
                new AssertionUse(key.Uri, jwt.ClaimString("jti") ?? "", until, Rules.DpopJtiUnused)
            )
            {
                AccessTokenHash = jwt.ClaimString("ath"),
            }
            : null;
    }

    private ProofKey? ReadKey(DecodedJwt jwt, Trail trail)
    {
        var alg = jwt.HeaderString("alg")!;
        var isKey = ProofKey.TryRead(jwt.Header, minimumRsaKeySize, out var key, out var problem);
        var holds = trail.Check(
            Rules.DpopJwk,
            isKey && key!.Suits(alg),
            $"the public key for {alg} as jwk",
            problem ?? $"a public key with thumbprint {Quote.Text(key!.Thumbprint)}"
        );
        if (!holds)
        {
            key?.Dispose();
            return null;
        }

        return key;
    }

    // Methods are case-sensitive (RFC 9110 §9.1).
    private static bool CheckMethod(DecodedJwt jwt, IncomingRequest incoming, Trail trail) =>
        trail.Check(
            Rules.DpopHtm,
            jwt.ClaimString("htm") == incoming.Http.Method,
            Quote.Text(incoming.Http.Method),
            Quote.Member(jwt.Payload, "htm")
        );

    private static bool CheckTarget(DecodedJwt jwt, IncomingRequest incoming, Trail trail)
    {
        var target = incoming.Origin + incoming.Path;
        return trail.Check(
            Rules.DpopHtu,
            TargetUri.IsSame(jwt.ClaimString("htu"), target),
            Quote.Text(target),
            Quote.Member(jwt.Payload, "htu")
        );
    }

    private bool CheckNonce(DecodedJwt jwt, Trail trail)
    {
        if (nonces is null)
        {
            return true;
        }

        var isGood = nonces.Accepts(jwt.ClaimString("nonce"), out var seen);
        return trail.Check(Rules.DpopNonce, isGood, nonces.Expected, seen);
    }
}
