using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Every endpoint of a server.</summary>
internal sealed class EndpointTable(params IReadOnlyList<Route> routes)
{
    public Task<RecordedResponse> AnswerAsync(EndpointCall call, CancellationToken cancellationToken) =>
        routes.FirstOrDefault(route => route.Matches(call.Incoming.Path)) is { } route
            ? route.Endpoint.AnswerAsync(call, cancellationToken)
            : Task.FromResult(JsonAnswer.Error(404, OAuthErrors.InvalidRequest, "there is no such endpoint"));
}
