using System.Security.Cryptography;
using ClientAuth.MockServer;

namespace ClientAuth.Lab.Attacks;

/// <summary>A genuine assertion, read in a log after it was used, and sent again before it expires.</summary>
public sealed class Replay()
    : ForgedAssertion(
        new(
            "replay",
            AttackGroup.Replays,
            "the same assertion again",
            "an assertion that was used a moment ago",
            "an assertion works once"
        )
    )
{
    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.SingleUse);

    private protected override async Task CarryOutAsync(LessonLab target, CancellationToken cancellationToken)
    {
        var seen = await ForgeAsync(target, cancellationToken);
        await TokenRequests.PostAsync(target, seen, cancellationToken);
        await TokenRequests.PostAsync(target, seen, cancellationToken);
    }

    private protected override Task<string> ForgeAsync(LessonLab target, CancellationToken cancellationToken) =>
        Task.FromResult(SignedBy(target, (ECDsa)target.Client(Victim).PrivateKey!).Build().Compact);
}
