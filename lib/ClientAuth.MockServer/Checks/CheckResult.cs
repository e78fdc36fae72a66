namespace ClientAuth.MockServer.Checks;

/// <summary>A line for a trace, made before it is known whether there will be one.</summary>
internal sealed record CheckResult(Rule Rule, bool Holds, string Expected, string Seen);
