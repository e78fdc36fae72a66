using ClientAuth.MockServer.Nonces;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Every endpoint of a server.</summary>
/// <param name="nonces">What every response to a proof gets.</param>
/// <param name="clients">Brought up to date before an endpoint looks for a client.</param>
/// <param name="routes">In the order in which they are tried.</param>
internal sealed class EndpointTable(FreshNonces nonces, RegisteredClients clients, params IReadOnlyList<Route> routes)
{
    public async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        if (RouteOf(call.Incoming.Path) is not { } route)
        {
            return JsonResponse.Error(404, OAuthErrors.InvalidRequest, "there is no such endpoint");
        }

        if (route.Endpoint.KnowsClients)
        {
            await clients.RefreshAsync();
        }

        return nonces.AddTo(await route.Endpoint.RespondAsync(call, cancellationToken), call.Incoming);
    }

    /// <summary>Who answers at a path: the authorization server itself, but for the resource that it hosts.</summary>
    public Participant ReceiverAt(string path) => RouteOf(path)?.Endpoint.Receiver ?? Participant.AuthorizationServer;

    private Route? RouteOf(string path) => routes.FirstOrDefault(route => route.Matches(path));
}

/// <summary>Which endpoint answers which path.</summary>
/// <param name="Path">One of <see cref="Paths"/>; one that ends in a slash stands for everything below it.</param>
/// <param name="Endpoint">What answers.</param>
internal sealed record Route(string Path, Endpoint Endpoint)
{
    public bool Matches(string path) =>
        Path.EndsWith('/')
            ? path.StartsWith(Path, StringComparison.Ordinal) && path.Length > Path.Length
            : path == Path;
}

/// <summary>
/// Gives a fresh nonce with every answer to a request that held a proof, a refusal or not, so that a client that goes on never
/// meets an old one (RFC 9449 §8.2, draft-ietf-oauth-attestation-based-client-auth §6.2).
/// </summary>
/// <param name="dpop">Null where the server gives no DPoP nonces.</param>
/// <param name="challenges">Null where the server gives no challenges.</param>
internal sealed class FreshNonces(ServerNonces? dpop, ServerNonces? challenges)
{
    public RecordedResponse AddTo(RecordedResponse response, IncomingRequest incoming) =>
        Headers(incoming).ToList() is { Count: > 0 } fresh
            ? response with
            {
                Headers = [.. response.Headers, .. fresh],
            }
            : response;

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
