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
    public ProofKey? Check(ClientMetadata client, DecodedJwt jwt, Trail trail)
    {
        if (!jose.CheckHeader(jwt, trail))
        {
            return null;
        }

        using var keys = new AttesterKeys(attesters, jwt);
        return
            keys.Find(trail) is { Count: > 0 } found
            && jose.CheckSignature(jwt, found, "the attester's key", trail)
            && CheckSub(client, jwt, trail)
            && times.Check(jwt, trail)
            ? CheckKey(jwt, trail)
            : null;
    }

    private static bool CheckSub(ClientMetadata client, DecodedJwt jwt, Trail trail) =>
        trail.Check(
            Rules.AttestationSub,
            jwt.ClaimString("sub") == client.ClientId,
            Quote.Text(client.ClientId),
            Quote.Member(jwt.Payload, "sub")
        );

    private ProofKey? CheckKey(DecodedJwt jwt, Trail trail)
    {
        var confirmation = jwt.Payload.TryGetProperty("cnf", out var cnf) ? cnf : default;
        var isKey = ProofKey.TryRead(confirmation, minimumRsaKeySize, out var key, out var problem);
        trail.Check(
            Rules.AttestationCnf,
            isKey,
            "the client's public key as cnf.jwk",
            problem ?? $"a public key with thumbprint {Quote.Text(key!.Thumbprint)}"
        );
        return key;
    }
}
