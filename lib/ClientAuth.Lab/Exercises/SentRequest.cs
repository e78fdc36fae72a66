using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises;

/// <summary>A request of a learner's client, and how it ended.</summary>
/// <param name="What">Which one, as a learner is told it: "client 'my app:v2'".</param>
/// <param name="Failure">The check that stopped it; null where the server issued a token.</param>
internal sealed record SentRequest(string What, Decision? Failure)
{
    /// <summary>What the server's log says of the check that stopped it.</summary>
    public RuleFinding Found() =>
        Failure is null
            ? RuleFinding.Kept
            : RuleFinding.Broken($"{Failure.Check}: {Failure.Expected}", $"{What}: {Failure.Seen}");
}
