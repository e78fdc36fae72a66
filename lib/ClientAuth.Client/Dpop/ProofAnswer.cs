using ClientAuth.Protocol;

namespace ClientAuth.Client.Dpop;

/// <summary>What an answer gives for the next proof.</summary>
internal static class ProofAnswer
{
    /// <summary>The header <c>DPoP-Nonce</c> (RFC 9449 §8), or null.</summary>
    public static string? Nonce(HttpResponseMessage response) => Only(response, ProofHeaders.DpopNonce);

    /// <summary>The challenge for the next attestation, or null (draft-ietf-oauth-attestation-based-client-auth §6.2).</summary>
    public static string? Challenge(HttpResponseMessage response) =>
        Only(response, ProofHeaders.ClientAttestationChallenge);

    // More than one is none: which of them would it be?
    private static string? Only(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) && values.ToArray() is [{ Length: > 0 } value]
            ? value
            : null;
}
