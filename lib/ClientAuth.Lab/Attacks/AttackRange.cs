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

    private async Task TryAllAsync(bool defended, CancellationToken cancellationToken)
    {
        foreach (var attack in All.Where(attack => !_tried.ContainsKey((attack.Facts.Id, defended))))
        {
            _tried[(attack.Facts.Id, defended)] = await attack.TryAsync(defended, cancellationToken);
        }
    }

    private AttackRow Row(Attack attack, bool both) =>
        new($"The attacker {Verb(attack.Facts.Group)}", attack.Facts.Name, attack.Facts.Holds)
        {
            Without = _tried[(attack.Facts.Id, false)],
            With = both ? _tried[(attack.Facts.Id, true)] : null,
        };

    private static string Verb(AttackGroup group) => $"{group}".ToLowerInvariant();
}
