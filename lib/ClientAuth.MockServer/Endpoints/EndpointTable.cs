using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Which endpoint answers which path.</summary>
internal sealed class EndpointTable(AuthorizationServerMetadata metadata, JwkSet keys, TokenEndpoint token)
{
    public RecordedResponse Answer(IncomingRequest incoming, Trail trail, PhaseTimes phases) =>
        incoming.Path switch
        {
            Paths.Metadata => Documents.Get(
                incoming.Http.Method,
                metadata,
                ProtocolJson.Default.AuthorizationServerMetadata
            ),
            Paths.Jwks => Documents.Get(incoming.Http.Method, keys, ProtocolJson.Default.JwkSet),
            Paths.Token => token.Answer(incoming, trail, phases),
            _ => JsonAnswer.Error(404, OAuthErrors.InvalidRequest, "there is no such endpoint"),
        };
}
