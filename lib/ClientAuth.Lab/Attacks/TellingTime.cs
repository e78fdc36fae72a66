using System.Diagnostics;
using System.Globalization;
using ClientAuth.Client;
using ClientAuth.MockServer;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// Who is registered, told by the clock: secrets are hashed slowly, and for an unknown client there is none to hash. The attacker holds no
/// secret, asks for several names in turn, and keeps the quickest answer of each.
/// </summary>
public sealed class TellingTime()
    : Attack(
        new(
            "telling-time",
            AttackGroup.Guesses,
            "who exists, by the clock",
            "a list of likely client_ids",
            "an unknown client costs as much work"
        )
    )
{
    private const string Registered = "payroll-app";
    private const int Rounds = 5;

    // The quickest of five differs by a few per cent where the work is the same, and tenfold where it is not done.
    private const double Telling = 3;

    private static readonly string[] Names = ["billing-app", Registered, "warehouse-app"];

    private protected override IReadOnlyList<ClientMetadata> Clients => [new() { ClientId = Registered }];

    private protected override AuthorizationServerOptions Prepare(AuthorizationServerOptions options) =>
        options with
        {
            SecretHashIterations = 20_000,
        };

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.EvenWork);

    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        await using var target = await OpenAsync(defended, cancellationToken);
        var clients = Names.ToDictionary(
            name => name,
            name => target.TokenClient(name, new ClientAuthenticationMethodConfiguration.Secret("any-secret"))
        );
        var quickest = Names.ToDictionary(name => name, _ => TimeSpan.MaxValue);
        // The first round opens the connections, and compiles the server's code.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (name, client) in clients)
            {
                var started = Stopwatch.GetTimestamp();
                await client.RequestTokenAsync(scope: null, cancellationToken);
                var took = Stopwatch.GetElapsedTime(started);
                quickest[name] = round > 0 && took < quickest[name] ? took : quickest[name];
            }
        }

        var least = quickest.Values.Min();
        var told = Names.Where(name => quickest[name] > Telling * least).ToList();
        return told is [Registered]
            ? new AttackOutcome(true, $"the knowledge that {Registered} is registered: {Words(quickest)}")
            : new AttackOutcome(false, $"no difference to tell by: {Words(quickest)}");
    }

    private static string Words(IReadOnlyDictionary<string, TimeSpan> quickest) =>
        string.Join(
            ", ",
            quickest.Select(one =>
                string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value.TotalMilliseconds:0.0} ms")
            )
        );
}
