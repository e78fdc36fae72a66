using ClientAuth.MockServer.Nonces;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// Gives whoever asks a challenge, and a DPoP nonce, ahead of the first proof (draft-ietf-oauth-attestation-based-client-auth
/// §6.3). It needs no authentication: what it gives proves nothing. An empty answer means that none is needed.
/// </summary>
/// <param name="dpop">Null where the server gives no DPoP nonces.</param>
/// <param name="challenges">Null where the server gives no challenges.</param>
internal sealed class ChallengeEndpoint(ServerNonces? dpop, ServerNonces? challenges) : Endpoint
{
    public override bool KnowsClients => false;

    public override Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken) =>
        Task.FromResult(
            call.Incoming.Http.Method == "POST"
                ? JsonResponse
                    .Of(
                        200,
                        new AttestationChallenge { Challenge = challenges?.Next() },
                        ProtocolJson.Default.AttestationChallenge,
                        Nonce()
                    )
                    .Unstored()
                : JsonResponse.Error(
                    405,
                    OAuthErrors.InvalidRequest,
                    "method not allowed",
                    new RecordedHeader("Allow", "POST")
                )
        );

    private IEnumerable<RecordedHeader> Nonce() =>
        dpop is null ? [] : [new RecordedHeader(ProofHeaders.DpopNonce, dpop.Next())];
}
