using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Proofs;

/// <summary>
/// Gives a fresh nonce with every answer to a request that held a proof, a refusal or not, so that a client that goes on never
/// meets an old one (RFC 9449 §8.2, draft-ietf-oauth-attestation-based-client-auth §6.2).
/// </summary>
/// <param name="dpop">Null where the server gives no DPoP nonces.</param>
/// <param name="challenges">Null where the server gives no challenges.</param>
internal sealed class FreshNonces(ServerNonces? dpop, ServerNonces? challenges)
{
    public RecordedResponse AddTo(RecordedResponse response, IncomingRequest incoming) =>
        response with
        {
            Headers = [.. response.Headers, .. Headers(incoming)],
        };

    private IEnumerable<RecordedHeader> Headers(IncomingRequest incoming)
    {
        if (dpop is not null && incoming.Http.Header(ProofHeaders.Dpop) is not null)
        {
            yield return new RecordedHeader(ProofHeaders.DpopNonce, dpop.Next());
        }

        if (challenges is not null && incoming.Http.Header(ProofHeaders.ClientAttestationPop) is not null)
        {
            yield return new RecordedHeader(ProofHeaders.ClientAttestationChallenge, challenges.Next());
        }
    }
}
