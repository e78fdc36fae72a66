using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;

namespace ClientAuth.MockServer.Dpop;

/// <summary>Whether a DPoP-bound token comes with a proof by its key, made for this request and this token (RFC 9449 §7).</summary>
internal sealed class BoundTokenProofs(DpopProofChecks proofs)
{
    /// <summary>The proof, or null where a check failed.</summary>
    /// <param name="presented">The token as it was sent.</param>
    /// <param name="token">What it says; it is bound to a key.</param>
    /// <param name="incoming">The request and its connection.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    public DpopProof? Check(BearerToken presented, AccessToken token, IncomingRequest incoming, CheckTrace trace) =>
        proofs.Check(incoming, trace) is { } proof
        && CheckHash(proof, presented, trace)
        && CheckKey(proof, token, trace)
            ? proof
            : null;

    private static bool CheckHash(DpopProof proof, BearerToken presented, CheckTrace trace)
    {
        var hash = AccessTokenHash.Of(presented.Compact);
        return trace.Check(
            Rules.DpopAth,
            proof.AccessTokenHash == hash,
            $"ath {Quote.Beginning(hash)}, the hash of the access token",
            Quote.Beginning(proof.AccessTokenHash ?? "")
        );
    }

    private static bool CheckKey(DpopProof proof, AccessToken token, CheckTrace trace) =>
        trace.Check(
            Rules.DpopBinding,
            proof.KeyThumbprint == token.Binding.KeyThumbprint,
            $"a proof by the key with thumbprint {Quote.Text(token.Binding.KeyThumbprint)}",
            Quote.Text(proof.KeyThumbprint)
        );
}
