using ClientAuth.Visuals;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// All attacks, in groups. Each is tried once at a server without its defence and once at a server with it; what came of it is kept, so that
/// a board can be shown again.
/// </summary>
public sealed class AttackRange
{
    private readonly Dictionary<(string Id, bool Defended), AttackOutcome?> _tried = [];

    /// <summary>One of each, in the order of their groups.</summary>
    public static IReadOnlyList<Attack> All { get; } =
    [
        new PackageSecret(),
        new LimitedAssertion(),
        new AudienceInjection(),
        new AlgorithmConfusion(),
        new UnsecuredAssertion(),
        new EmbeddedKey(),
        new EmbeddedCertificate(),
        new KeySetAddress(),
        new CertificateAddress(),
        new ForeignKeyName(),
        new ClaimedCertificate(),
        new UnstrippedCertificate(),
        new Replay(),
        new ReplayAtSecondNode(),
        new ResumedSession(),
        new GuessedSecret(),
        new TellingTime(),
        new LeakedAttestationKey(),
        new CopiedRegistration(),
    ];

    /// <summary>Tries all of them where nothing stops them.</summary>
    public async Task<AttackBoardView> WithoutDefencesAsync(CancellationToken cancellationToken = default)
    {
        await TryAllAsync(defended: false, cancellationToken);
        return new AttackBoardView(
            [.. All.Select(attack => Row(attack, both: false))],
            "Attacks without their defences"
        );
    }

    /// <summary>Tries all of them with and without their defences.</summary>
    public async Task<AttackBoardView> WithDefencesAsync(CancellationToken cancellationToken = default)
    {
        await TryAllAsync(defended: false, cancellationToken);
        await TryAllAsync(defended: true, cancellationToken);
        return new AttackBoardView([.. All.Select(attack => Row(attack, both: true))]);
    }

    /// <summary>One attack, without its defence and with it.</summary>
    /// <exception cref="ArgumentException">There is none of this identifier; the message lists those there are.</exception>
    public async Task<View> ShowAsync(string id, CancellationToken cancellationToken = default)
    {
        var attack =
            All.FirstOrDefault(attack => attack.Facts.Id == id)
            ?? throw new ArgumentException(
                $"There is no attack '{id}'; there are: {string.Join(", ", All.Select(attack => attack.Facts.Id))}.",
                nameof(id)
            );
        var without = await TryAsync(attack, defended: false, cancellationToken);
        var with = await TryAsync(attack, defended: true, cancellationToken);
        return without is null || with is null
            ? new FactsView(attack.Facts.Name, ("Not tried", "this attack needs Linux and the openssl command"))
            : new AttackView($"{attack.Facts.Name}: {attack.Facts.Defence}", without, with);
    }

    private async Task TryAllAsync(bool defended, CancellationToken cancellationToken)
    {
        foreach (var attack in All)
        {
            await TryAsync(attack, defended, cancellationToken);
        }
    }

    private async Task<AttackOutcome?> TryAsync(Attack attack, bool defended, CancellationToken cancellationToken)
    {
        var key = (attack.Facts.Id, defended);
        if (!_tried.TryGetValue(key, out var outcome))
        {
            _tried[key] = outcome = await attack.TryAsync(defended, cancellationToken);
        }

        return outcome;
    }

    private AttackRow Row(Attack attack, bool both) =>
        new($"The attacker {Verb(attack.Facts.Group)}", attack.Facts.Name, attack.Facts.Holds)
        {
            Without = _tried[(attack.Facts.Id, false)],
            With = both ? _tried[(attack.Facts.Id, true)] : null,
        };

    private static string Verb(AttackGroup group) => $"{group}".ToLowerInvariant();
}
