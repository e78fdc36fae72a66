using System.Globalization;
using System.Security.Cryptography;
using ClientAuth.Lab.Attacks;
using ClientAuth.MockServer.Options;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Exercises.Attacks;

/// <summary>Lesson 11: a check list for a server's settings, which names the attacks that they leave open.</summary>
internal static class SettingsToChangeExercise
{
    private const string Injection = "audience-injection";
    private const string SecondNode = "replay-at-second-node";
    private const string Guessing = "guessed-secret";

    private static readonly string[] OpenAttacks = [Injection, SecondNode, Guessing];

    private static readonly ServerSettings Sound = new(AudiencePolicy.IssuerOnly, true, 30);
    private static readonly ServerSettings Unsound = new(AudiencePolicy.Legacy, false, 1000);

    /// <summary>From settings to the names of the attacks that work.</summary>
    public static Exercise<Func<ServerSettings, string[]>> Create(ExerciseContext context) =>
        new(
            context,
            "A check list for settings",
            isUntouched: open => open(Unsound).Length == 0,
            [
                new(
                    "Every entry is one of the three names, and none comes twice.",
                    $"Use {string.Join(", ", OpenAttacks)}.",
                    open =>
                        IsOpenTo(
                            open,
                            names => names.All(OpenAttacks.Contains) && names.Distinct().Count() == names.Length,
                            [Unsound, Sound]
                        )
                )
                {
                    WrongAnswers =
                    [
                        new("a name of one's own", _ => ["replay"]),
                        new("a setting for an attack", _ => ["FailuresPerMinute"]),
                        new("a name twice", settings => [.. Opening(settings), .. Opening(settings)]),
                        new("white space for none", settings => Opening(settings) is [] ? [""] : Opening(settings)),
                    ],
                },
                new(
                    "A server with AudiencePolicy.IssuerOnly, a shared cache and a limit of 30 failures is open to no attack.",
                    "The function should return an empty array here. Which of your conditions is true for these settings?",
                    open => IsOpenTo(open, names => names is [], [Sound])
                )
                {
                    WrongAnswers =
                    [
                        new("a warning of everything", _ => OpenAttacks),
                        new(
                            "a shared cache taken for the gap",
                            settings => Opening(settings with { SharesReplayCache = !settings.SharesReplayCache })
                        ),
                        new(
                            "any limit taken for a gap",
                            settings => Opening(settings with { FailuresPerMinute = 1000 })
                        ),
                    ],
                },
                new(
                    "A server that accepts its token endpoint as audience is open to audience-injection.",
                    "AudiencePolicy.Legacy accepts more than the issuer as audience. Only one of the three attacks needs that.",
                    open =>
                        IsOpenTo(open, names => names is [Injection], [Sound with { Audience = AudiencePolicy.Legacy }])
                )
                {
                    WrongAnswers =
                    [
                        Forgetting(Injection),
                        new(
                            "a warning of all where one is open",
                            settings => Opening(settings) is [] ? [] : OpenAttacks
                        ),
                    ],
                },
                new(
                    "Two nodes without a shared replay cache are open to replay-at-second-node.",
                    "Without a shared cache, each node remembers only the assertions that it has seen itself.",
                    open => IsOpenTo(open, names => names is [SecondNode], [Sound with { SharesReplayCache = false }])
                )
                {
                    WrongAnswers = [Forgetting(SecondNode)],
                },
                new(
                    "A server whose limit lets the attacker try the whole list is open to guessed-secret.",
                    $"The list has {GuessedSecret.ListLength} secrets, and the right one is the last. How many wrong ones come before it?",
                    open =>
                        IsOpenTo(
                            open,
                            names => names is [Guessing],
                            [
                                Sound with
                                {
                                    FailuresPerMinute = 1000,
                                },
                                Sound with
                                {
                                    FailuresPerMinute = GuessedSecret.ListLength,
                                },
                            ]
                        )
                )
                {
                    MoreHints = ["With a limit of 50 the attacker may fail 49 times. Is the next secret still judged?"],
                    WrongAnswers =
                    [
                        Forgetting(Guessing),
                        new(
                            "one counted too few",
                            settings => Opening(settings with { FailuresPerMinute = settings.FailuresPerMinute - 1 })
                        ),
                    ],
                },
                new(
                    "A limit that stops the attacker before the last secret is no gap.",
                    "When the wrong secrets use up the limit, the server no longer judges the right one. A lower limit is stricter.",
                    open =>
                        IsOpenTo(
                            open,
                            names => names is [],
                            [
                                Sound with
                                {
                                    FailuresPerMinute = 5,
                                },
                                Sound with
                                {
                                    FailuresPerMinute = GuessedSecret.ListLength - 1,
                                },
                            ]
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "one counted too many",
                            settings => Opening(settings with { FailuresPerMinute = settings.FailuresPerMinute + 1 })
                        ),
                        new(
                            "a demand for exactly thirty",
                            settings =>
                                Opening(
                                    settings with
                                    {
                                        FailuresPerMinute = settings.FailuresPerMinute == 30 ? 30 : 1000,
                                    }
                                )
                        ),
                    ],
                },
                new(
                    "Real servers with random settings are open to exactly the attacks that you name.",
                    "A server can have several gaps at once. Then your array must name all of them.",
                    AgreesWithAttacksAsync
                )
                {
                    WrongAnswers =
                    [
                        new("an end at the first gap", settings => [.. Opening(settings).Take(1)]),
                        new(
                            "a gap that hides another",
                            settings => settings.SharesReplayCache ? Opening(settings) : [SecondNode]
                        ),
                    ],
                },
            ],
            "that you can read three settings as an attacker reads them"
        );

    private static RuleFinding IsOpenTo(
        Func<ServerSettings, string[]> open,
        Predicate<string[]> isRight,
        IReadOnlyList<ServerSettings> servers
    )
    {
        foreach (var settings in servers.Where(settings => !isRight(open(settings))))
        {
            return new(Holds: false) { Seen = ToldOf(settings, open(settings)) };
        }

        return RuleFinding.Kept;
    }

    private static async Task<RuleFinding> AgreesWithAttacksAsync(
        Func<ServerSettings, string[]> open,
        CancellationToken cancellationToken
    )
    {
        int[] limits = [5, 30, GuessedSecret.ListLength, 1000];
        ServerSettings[] servers =
        [
            Unsound,
            new(
                RandomNumberGenerator.GetInt32(2) == 0 ? AudiencePolicy.Legacy : AudiencePolicy.IssuerOnly,
                RandomNumberGenerator.GetInt32(2) == 0,
                RandomNumberGenerator.GetItems<int>(limits, 1)[0]
            ),
        ];
        foreach (var settings in servers)
        {
            var works = await WorkingAsync(settings, cancellationToken);
            var told = open(settings);
            if (!works.Order().SequenceEqual(told.Order()))
            {
                return RuleFinding.Broken(ToldOf(settings, works), ToldOf(settings, told));
            }
        }

        return RuleFinding.Kept;
    }

    private static async Task<IReadOnlyList<string>> WorkingAsync(
        ServerSettings settings,
        CancellationToken cancellationToken
    )
    {
        var issuerOnly = settings.Audience == AudiencePolicy.IssuerOnly;
        (string Name, AttackOutcome? Outcome)[] tried =
        [
            (Injection, await new AudienceInjection().TryAsync(issuerOnly, cancellationToken)),
            (SecondNode, await new ReplayAtSecondNode().TryAsync(settings.SharesReplayCache, cancellationToken)),
            (Guessing, await new GuessedSecret().TryAsync(settings.FailuresPerMinute, cancellationToken)),
        ];
        return [.. tried.Where(one => one.Outcome!.Succeeded).Select(one => one.Name)];
    }

    private static string ToldOf(ServerSettings settings, IReadOnlyList<string> names) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.Audience}, {(settings.SharesReplayCache ? "shared" : "not shared")}, {settings.FailuresPerMinute}: "
        ) + (names is [] ? "none" : string.Join(", ", names.Select(name => $"\"{name}\"")));

    private static WrongAnswer<Func<ServerSettings, string[]>> Forgetting(string attack) =>
        new($"{attack} forgotten", settings => [.. Opening(settings).Where(name => name != attack)]);

    private static string[] Opening(ServerSettings settings) =>
        [
            .. settings.Audience == AudiencePolicy.Legacy ? [Injection] : Array.Empty<string>(),
            .. settings.SharesReplayCache ? Array.Empty<string>() : [SecondNode],
            .. settings.FailuresPerMinute >= GuessedSecret.ListLength ? [Guessing] : Array.Empty<string>(),
        ];
}
