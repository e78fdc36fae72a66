using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Attacks;

/// <summary>Replays a genuine assertion that the attacker read in a log, before it expires.</summary>
public sealed class Replay()
    : AssertionAttack(
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

    private protected override async Task CarryOutAsync(Testbed target, CancellationToken cancellationToken)
    {
        var seen = Genuine(target).Build().Compact;
        await TokenRequests.PostAsync(target, seen, cancellationToken);
        await TokenRequests.PostAsync(target, seen, cancellationToken);
    }
}
