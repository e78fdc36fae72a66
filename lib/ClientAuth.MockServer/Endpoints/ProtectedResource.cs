using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Resources;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// An API behind this server's tokens: GET needs the scope <c>read</c>, POST needs <c>write</c> and changes nothing. It is on both
/// listeners, since a certificate-bound token works only over a connection with its certificate (RFC 8705 §3).
/// </summary>
internal sealed class ProtectedResource(TokenAdmission admission) : Endpoint
{
    public override Participant Receiver => Participant.Resource;

    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken) =>
        call.Incoming.Http.Method switch
        {
            "GET" => await AnswerAsync(call, "read"),
            "POST" => await AnswerAsync(call, "write"),
            _ => JsonResponse.Error(
                405,
                OAuthErrors.InvalidRequest,
                "method not allowed",
                new RecordedHeader("Allow", "GET, POST")
            ),
        };

    private async ValueTask<RecordedResponse> AnswerAsync(EndpointCall call, string scope) =>
        await call.Phases.MeasureAsync(
            PhaseNames.Authenticate,
            () => admission.AdmitAsync(call.Incoming, scope, call.Trace)
        )
            is { } token
            ? JsonResponse
                .Of(
                    200,
                    new ResourceResponse { ClientId = token.ClientId, Scope = scope },
                    ProtocolJson.Default.ResourceResponse
                )
                .Unstored()
            : BearerRefusal.Of(call, "resource", scope);
}
