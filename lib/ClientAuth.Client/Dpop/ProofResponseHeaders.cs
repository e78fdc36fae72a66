using ClientAuth.Protocol;

namespace ClientAuth.Client.Dpop;

/// <summary>The headers of a response that the next proof of possession needs.</summary>
internal static class ProofResponseHeaders
{
    extension(HttpResponseMessage response)
    {
        /// <summary>The nonce for the next DPoP proof to this server (RFC 9449 §8), or null.</summary>
        public string? DpopNonce => response.OnlyValueOf(ProofHeaders.DpopNonce);

        /// <summary>The challenge for the next attestation, or null (draft-ietf-oauth-attestation-based-client-auth §6.2).</summary>
        public string? AttestationChallenge => response.OnlyValueOf(ProofHeaders.ClientAttestationChallenge);

        // More than one is none: which of them would it be?
        private string? OnlyValueOf(string header) =>
            response.Headers.TryGetValues(header, out var values) && values.ToArray() is [{ Length: > 0 } value]
                ? value
                : null;
    }
}
