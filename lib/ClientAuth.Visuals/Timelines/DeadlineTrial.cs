namespace ClientAuth.Visuals.Timelines;

/// <summary>One request to a server that misbehaves, and how it ended for a client with a deadline.</summary>
/// <param name="Server">What the server did.</param>
/// <param name="Took">From the request until the client knew the outcome.</param>
/// <param name="HasToken">Whether the outcome is a token.</param>
/// <param name="Outcome">The outcome in a few words.</param>
public sealed record DeadlineTrial(string Server, TimeSpan Took, bool HasToken, string Outcome);
