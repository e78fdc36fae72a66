using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Lab.Expectations;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;
using ClientAuth.Visuals.Measurements;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// Finds out which clients are registered by the time that a refusal takes: secrets are hashed slowly, and for an unknown client there is
/// none to hash. The attacker holds no secret, asks for several names in turn, and keeps the quickest response to each.
/// </summary>
public sealed class TellingTime()
    : Attack(
        new(
            "telling-time",
            AttackGroup.Guesses,
            "which clients exist, by timing",
            "a list of likely client_ids",
            "the server does the same work for an unknown client"
        )
    )
{
    private const string Registered = "payroll-app";
    private const int LeastRounds = 6;
    private const int MostRounds = 150;

    // The quickest differ by a few per cent where the work is the same, and tenfold where it is not done.
    private const double Telling = 3;

    private static readonly string[] Names = ["billing-app", Registered, "warehouse-app"];

    private protected override IReadOnlyList<ClientMetadata> Clients => [new() { ClientId = Registered }];

    private protected override AuthorizationServerOptions Prepare(AuthorizationServerOptions options) =>
        options with
        {
            Secrets = options.Secrets with { SecretHashIterations = 20_000 },
        };

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.EvenWork);

    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        var refusals = await ListenAsync(defended, cancellationToken);
        return Told(refusals) is [Registered]
            ? new AttackOutcome(true, $"the knowledge that {Registered} is registered: {Words(refusals)}")
            : new AttackOutcome(false, $"no telling difference in time: {Words(refusals)}");
    }

    /// <summary>The refusals at both servers, each as a point.</summary>
    /// <exception cref="LessonExpectationException">The clock tells nothing without the defence, or something with it.</exception>
    public async Task<MeasurementChart> ChartAsync(CancellationToken cancellationToken = default)
    {
        var without = await ListenAsync(defended: false, cancellationToken);
        var with = await ListenAsync(defended: true, cancellationToken);
        return Told(without) is [Registered] && Told(with) is []
            ? new MeasurementChart(
                "How long a refusal takes: the six quickest of each name",
                TimeUnit.Millisecond,
                AxisScale.Linear,
                [.. without.Select(one => QuickestOf(one, "without")), .. with.Select(one => QuickestOf(one, "with"))],
                $"without the defence, refusing {Registered} takes over {Telling} times as long as refusing the quickest name; with it, no name stands out"
            )
            : throw new LessonExpectationException(
                $"Expected {Registered} alone to stand out without the defence, and no name with it. Saw without it {Words(without)}; with it {Words(with)}. If this machine is busy, run the cell again."
            );
    }

    private async Task<IReadOnlyList<Measurement>> ListenAsync(bool defended, CancellationToken cancellationToken)
    {
        await using var target = await OpenAsync(defended, cancellationToken);
        var clients = Names.ToDictionary(
            name => name,
            name => target.TokenClient(name, new ClientAuthenticationMethodConfiguration.Secret("any-secret"))
        );
        var samples = Names.ToDictionary(name => name, _ => new List<double>());
        // The first round opens the connections, and compiles the server's code.
        for (var round = 0; round <= LeastRounds || (round <= MostRounds && IsDoubtful(samples, defended)); round++)
        {
            // In another order each time: whatever else the machine does in turn is not to hit one name alone.
            foreach (var name in Shuffled())
            {
                var started = Stopwatch.GetTimestamp();
                await clients[name].RequestTokenAsync(scope: null, cancellationToken);
                samples[name].AddRange(round == 0 ? [] : [Stopwatch.GetElapsedTime(started).TotalMicroseconds]);
            }
        }

        return Measurements(samples);
    }

    // The quickest of ever more samples comes down to what the work takes, however busy the machine is, and never below it. So more of
    // them can only take away a difference that the machine has made, or bring out one that is there.
    private static bool IsDoubtful(Dictionary<string, List<double>> samples, bool defended) =>
        Told(Measurements(samples)) is var told && (defended ? told is not [] : told is not [Registered]);

    private static IReadOnlyList<Measurement> Measurements(Dictionary<string, List<double>> samples) =>
        [.. samples.Select(one => new Measurement(one.Key, "", one.Value))];

    private static string[] Shuffled()
    {
        string[] names = [.. Names];
        RandomNumberGenerator.Shuffle<string>(names);
        return names;
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<Measurement> refusals)
    {
        var least = refusals.Min(Quickest);
        return [.. refusals.Where(one => Quickest(one) > Telling * least).Select(one => one.Variant)];
    }

    // As many at each server and of each name, however long the attacker had to listen.
    private static Measurement QuickestOf(Measurement refusals, string part) =>
        refusals with
        {
            Part = part,
            Samples = [.. refusals.Samples.Order().Take(LeastRounds)],
        };

    private static double Quickest(Measurement refusals) => refusals.Samples.Min();

    private static string Words(IReadOnlyList<Measurement> refusals) =>
        string.Join(
            ", ",
            refusals.Select(one =>
                string.Create(CultureInfo.InvariantCulture, $"{one.Variant} {Quickest(one) / 1000:0.0} ms")
            )
        );
}
