namespace ClientAuth.MockServer.Methods;

/// <summary>How many attempts have failed since the first of them.</summary>
internal sealed record FailureWindow(DateTimeOffset Started, int Failures);
