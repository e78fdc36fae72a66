using ClientAuth.MockServer.Authorization;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// Takes an authorization request ahead of the browser and gives a reference to it (RFC 9126). Clients authenticate as at the token
/// endpoint; a public one only identifies itself (§2). The reference leads nowhere, since this server has no authorization
/// endpoint; still it belongs to its client, works once and expires, as <see cref="PushedAuthorizationRequests"/> shows.
/// </summary>
internal sealed class PushedAuthorizationRequestEndpoint(
    ClientAdmission admission,
    PushedAuthorizationRequests requests
) : Endpoint
{
    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var pushed = await admission.AdmitAsync(
            call,
            (client, request) =>
                AuthorizationRequestChecks.Check(client.Client, request, call.Trace)
                    ? new Pushed(client, request.Form)
                    : null,
            cancellationToken
        );
        return pushed is null
            ? ClientRefusal.Of(call, "pushed authorization request endpoint")
            : JsonResponse
                .Of(
                    201,
                    await requests.PushAsync(pushed.Client.Client.ClientId, pushed.Form.WithoutCredentials()),
                    ProtocolJson.Default.PushedAuthorizationResponse
                )
                .Unstored();
    }

    private sealed class Pushed(AuthenticatedClient client, FormParameters form) : Admitted(client)
    {
        public FormParameters Form => form;
    }
}
