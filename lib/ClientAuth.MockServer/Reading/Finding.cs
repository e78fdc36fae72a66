using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Reading;

/// <summary>A line for the trace, found while reading and written once it is known that only one mechanism was used.</summary>
internal sealed record Finding(Rule Rule, bool Holds, string Expected, string Seen);
