using System.Globalization;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>A secret that somebody chose, and a list of what people choose. Each wrong guess costs one request.</summary>
public sealed class GuessedSecret()
    : Attack(
        new(
            "guessed-secret",
            AttackGroup.Guesses,
            "guessing a short secret",
            "the client_id, and a list of likely secrets",
            "after too many failures, the server judges no guess"
        )
    )
{
    private const string Victim = "client-with-a-chosen-secret";

    /// <summary>How many secrets are on the attacker's list.</summary>
    public const int ListLength = 50;

    // The last of the list, behind the limit of a usual server.
    private readonly string _chosen = Guess(ListLength - 1);

    private protected override IReadOnlyList<ClientMetadata> Clients =>
        [
            new()
            {
                ClientId = Victim,
                ClientSecret = _chosen,
                Scope = "read",
            },
        ];

    // The whole list falls into one window, however slow this machine is.
    private protected override TimeProvider MachineClock => new StandingClock(TimeProvider.System.GetUtcNow());

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        options with
        {
            Secrets = options.Secrets with { AuthenticationFailureLimit = int.MaxValue },
        };

    /// <summary>The same against a server with a limit of its own.</summary>
    internal Task<AttackOutcome> TryAsync(int failuresPerMinute, CancellationToken cancellationToken) =>
        TryAtAsync(
            options =>
                options with
                {
                    Secrets = options.Secrets with { AuthenticationFailureLimit = failuresPerMinute },
                },
            cancellationToken
        );

    private protected override async Task CarryOutAsync(Testbed target, CancellationToken cancellationToken)
    {
        for (var number = 0; number < ListLength; number++)
        {
            var method = new ClientAuthenticationMethodConfiguration.Secret(Guess(number));
            var outcome = await target.TokenClient(Victim, method).RequestTokenAsync("read", cancellationToken);
            // Once the server judges none of them, the rest of the list is wasted.
            if (outcome is TokenOutcome.Issued or TokenOutcome.Refused { Status: 429 })
            {
                return;
            }
        }
    }

    private static string Guess(int number) => string.Create(CultureInfo.InvariantCulture, $"Summer-{2000 + number}!");
}
