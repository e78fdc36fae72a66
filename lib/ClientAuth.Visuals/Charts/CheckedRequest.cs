using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Charts;

/// <summary>One request and what the server checked of it.</summary>
/// <param name="Request">What was done to it, in a few words.</param>
/// <param name="Trace">As the server left it; the failing check, if any, is its last.</param>
public sealed record CheckedRequest(string Request, DecisionTrace Trace);
