using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Proofs;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Attestations;

/// <summary>Verifies what an attester says of a client (draft-ietf-oauth-attestation-based-client-auth §7.1).</summary>
/// <param name="attesters">Those whose word counts.</param>
/// <param name="jose">What header and signature must be.</param>
/// <param name="times">When it holds.</param>
/// <param name="minimumRsaKeySize">Of the attested key, in bits.</param>
internal sealed class AttestationChecks(
    IReadOnlyList<ClientAttester> attesters,
    JoseChecks jose,
    AttestationTimes times,
    int minimumRsaKeySize
)
{
    /// <summary>The attested key, for the caller to dispose, or null where a check failed.</summary>
    public ProofKey? Check(ClientMetadata client, DecodedJwt jwt, CheckTrace trace)
    {
        if (!jose.CheckHeader(jwt, trace))
        {
            return null;
        }

        using var keys = new AttesterKeys(attesters, jwt);
        return
            keys.Find(trace) is { Count: > 0 } found
            && jose.CheckSignature(jwt, found, "the attester's key", trace)
            && CheckSub(client, jwt, trace)
            && times.Check(jwt, trace)
            ? CheckKey(jwt, trace)
            : null;
    }

    private static bool CheckSub(ClientMetadata client, DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            Rules.AttestationSub,
            jwt.ClaimString("sub") == client.ClientId,
            Quote.Text(client.ClientId),
            Quote.Member(jwt.Payload, "sub")
        );

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
