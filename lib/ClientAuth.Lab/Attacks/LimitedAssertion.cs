using System.Text.Json.Nodes;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// An assertion whose maker has limited it in a critical header (RFC 7515 §4.1.11), read before it was used. The attacker asks for what
/// it was never meant for.
/// </summary>
public sealed class LimitedAssertion()
    : AssertionAttack(
        new(
            "limited-assertion",
            AttackGroup.Reads,
            "crit ignored",
            "an unused assertion that is limited to one scope",
            "the server refuses a crit member that it does not know"
        )
    )
{
    private const string Limit = "only-for-scope";

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.CriticalHeaders);

    private protected override Task CarryOutAsync(Testbed target, CancellationToken cancellationToken)
    {
        var limited = Genuine(target).WithHeader("crit", new JsonArray(Limit)).WithHeader(Limit, "read").Build();
        return TokenRequests.PostAsync(target, limited.Compact, cancellationToken, scope: "write");
    }
}
