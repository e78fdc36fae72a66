using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.MockServer;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// An assertion whose maker has limited it in a critical header (RFC 7515 §4.1.11), read before it was used. The attacker asks for what
/// it was never meant for.
/// </summary>
public sealed class LimitedAssertion()
    : ForgedAssertion(
        new(
            "limited-assertion",
            AttackGroup.Reads,
            "crit ignored",
            "an unused assertion that is limited to one scope",
            "what is critical is understood, or refused"
        )
    )
{
    private const string Limit = "only-for-scope";

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.CriticalHeaders);

    private protected override async Task CarryOutAsync(LessonLab target, CancellationToken cancellationToken) =>
        await TokenRequests.PostAsync(
            target,
            await ForgeAsync(target, cancellationToken),
            cancellationToken,
            scope: "write"
        );

    // The victim's own work, which the attacker only reads.
    private protected override Task<string> ForgeAsync(LessonLab target, CancellationToken cancellationToken) =>
        Task.FromResult(
            SignedBy(target, (ECDsa)target.Client(Victim).PrivateKey!)
                .WithHeader("crit", new JsonArray(Limit))
                .WithHeader(Limit, "read")
                .Build()
                .Compact
        );
}
