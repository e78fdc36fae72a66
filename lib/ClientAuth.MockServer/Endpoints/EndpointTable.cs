using ClientAuth.MockServer.Proofs;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Every endpoint of a server.</summary>
/// <param name="nonces">What every answer to a proof gets.</param>
/// <param name="routes">In the order in which they are tried.</param>
internal sealed class EndpointTable(FreshNonces nonces, params IReadOnlyList<Route> routes)
{
    public async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken) =>
        RouteOf(call.Incoming.Path) is { } route
            ? nonces.AddTo(await route.Endpoint.RespondAsync(call, cancellationToken), call.Incoming)
            : JsonResponse.Error(404, OAuthErrors.InvalidRequest, "there is no such endpoint");

    /// <summary>Who answers at a path: the authorization server itself, but for the resource that it hosts.</summary>
    public Participant ReceiverAt(string path) => RouteOf(path)?.Endpoint.Receiver ?? Participant.AuthorizationServer;

    private Route? RouteOf(string path) => routes.FirstOrDefault(route => route.Matches(path));
}
