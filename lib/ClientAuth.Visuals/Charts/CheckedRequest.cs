using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Charts;

/// <summary>One request, what the server checked of it, and what it answered.</summary>
/// <param name="Request">What was sent, or what was done to it, in a few words.</param>
/// <param name="Trace">As the server left it; the failing check, if any, is its last.</param>
/// <param name="Response">As it crossed the wire.</param>
public sealed record CheckedRequest(string Request, DecisionTrace Trace, RecordedResponse Response)
{
    /// <summary>A request as it was recorded.</summary>
    public CheckedRequest(string request, RecordedExchange exchange)
        : this(request, exchange.Trace, exchange.Response) { }
}
