using System.Text.Json.Serialization.Metadata;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>An endpoint that only gives a document: the metadata (RFC 8414 §3), the key set (RFC 7517 §5).</summary>
internal sealed class DocumentEndpoint<T>(T document, JsonTypeInfo<T> type) : Endpoint
{
    public override bool KnowsClients => false;

    public override Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken) =>
        Task.FromResult(
            call.Incoming.Http.Method is "GET" or "HEAD"
                ? JsonResponse.Of(200, document, type)
                : JsonResponse.Error(
                    405,
                    OAuthErrors.InvalidRequest,
                    "method not allowed",
                    new RecordedHeader("Allow", "GET, HEAD")
                )
        );
}
