using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Exercises.Attacks;

/// <summary>Three settings of a server with two nodes.</summary>
/// <param name="Audience">Which <c>aud</c> an assertion must have.</param>
/// <param name="SharesReplayCache">Whether both nodes remember used assertions in one place.</param>
/// <param name="FailuresPerMinute">How many wrong secrets are judged in a minute.</param>
public sealed record ServerSettings(AudiencePolicy Audience, bool SharesReplayCache, int FailuresPerMinute);
