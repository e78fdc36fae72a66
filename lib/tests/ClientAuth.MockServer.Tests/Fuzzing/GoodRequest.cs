namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>A request that would get a token, and the text without which nothing may be given out.</summary>
internal sealed record GoodRequest(WireRequest Request, string Credential);
