using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Answers the requests of one path. One file per endpoint.</summary>
internal abstract class Endpoint
{
    /// <summary>Whose endpoint it is.</summary>
    public virtual Participant Receiver => Participant.AuthorizationServer;

    /// <summary>The whole answer; every check on the way leaves its line in the call's trace.</summary>
    public abstract Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken);
}
