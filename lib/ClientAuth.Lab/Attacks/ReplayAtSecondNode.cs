using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Jwt;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>Replays a genuine assertion at the second of two nodes. Each has its own replay cache; the defence is one cache for both.</summary>
public sealed class ReplayAtSecondNode()
    : AssertionAttack(
        new(
            "replay-at-second-node",
            AttackGroup.Replays,
            "the same assertion at the second node",
            "an assertion that was used a moment ago",
            "all nodes share one replay cache"
        )
    )
{
    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        AuthorizationServerOptions? nodes = null;
        await using var first = await Testbed.StartAsync(
            new TestbedOptions
            {
                Clients = Clients,
                Server = options =>
                    nodes = options with { ReplayCache = defended ? new ReplayCache(options.Clock) : null },
            },
            cancellationToken
        );
        await using var second = await MockAuthorizationServer.StartAsync(
            nodes! with
            {
                Issuer = first.Server.Issuer,
            },
            cancellationToken
        );
        var seen = Genuine(first).Build().Compact;
        await TokenRequests.PostAsync(first, seen, cancellationToken);
        await TokenRequests.PostAsync(
            first.CreateHttpClient(),
            second.Metadata.TokenEndpoint,
            [(TokenParameters.GrantType, GrantTypes.ClientCredentials), .. TokenRequests.With(seen)],
            cancellationToken
        );
        return AttackOutcomes.Of(second.Exchanges.Last!);
    }
}
