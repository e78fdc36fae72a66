using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Platforms;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The answer to a device that is not believed: what is wrong in one word, and why in the trace alone.</summary>
internal static class ClientAttestationTokenRefusal
{
    /// <param name="broken">The rule that the request broke.</param>
    /// <param name="challenges">Give a fresh challenge to who has no good one.</param>
    public static RecordedResponse Of(Rule broken, DeviceChallenges challenges) =>
        JsonResponse.Error(broken.Status, broken.Error, Description(broken), Headers(broken, challenges)).Unstored();

    private static string Description(Rule broken) =>
        broken.Error switch
        {
            OAuthErrors.InvalidClientAttestation => "the attestation is not accepted",
            OAuthErrors.UseAttestationChallenge => "the attestation needs the challenge of this answer",
            OAuthErrors.UnauthorizedClient => "the client may not attest itself here",
            OAuthErrors.InvalidDpopProof => "the DPoP proof is not valid here",
            OAuthErrors.UseDpopNonce => "the DPoP proof needs the nonce of this answer",
            _ => MalformedRequest.Description(broken.Status),
        };

    private static IEnumerable<RecordedHeader> Headers(Rule broken, DeviceChallenges challenges)
    {
        if (broken.Status == 405)
        {
            yield return new RecordedHeader("Allow", "POST");
        }

        if (broken.Error == OAuthErrors.UseAttestationChallenge)
        {
            yield return new RecordedHeader(ProofHeaders.ClientAttestationChallenge, challenges.Next());
        }
    }
}
