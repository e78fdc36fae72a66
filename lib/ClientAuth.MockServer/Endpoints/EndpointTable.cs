using ClientAuth.MockServer.Proofs;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Every endpoint of a server.</summary>
/// <param name="nonces">What every answer to a proof gets.</param>
/// <param name="routes">In the order in which they are tried.</param>
internal sealed class EndpointTable(FreshNonces nonces, params IReadOnlyList<Route> routes)
{
    public async Task<RecordedResponse> AnswerAsync(EndpointCall call, CancellationToken cancellationToken) =>
        routes.FirstOrDefault(route => route.Matches(call.Incoming.Path)) is { } route
            ? nonces.AddTo(await route.Endpoint.AnswerAsync(call, cancellationToken), call.Incoming)
            : JsonAnswer.Error(404, OAuthErrors.InvalidRequest, "there is no such endpoint");
}
