using System.Security.Cryptography;
using ClientAuth.Lab.Attacks;
using ClientAuth.MockServer;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 11: a check list for a server's settings, which names the attacks that they leave open.</summary>
public sealed partial class LessonExercises
{
    private const string Injection = "audience-injection";
    private const string SecondNode = "replay-at-second-node";
    private const string Guessing = "guessed-secret";

    private static readonly string[] OpenAttacks = [Injection, SecondNode, Guessing];

    private static readonly ServerSettings Sound = new(AudiencePolicy.IssuerOnly, true, 30);

    /// <summary>From settings to the names of the attacks that work.</summary>
    public Exercise<Func<ServerSettings, string[]>> SettingsToChange =>
        new(
            this,
            "A check list for settings",
            isUntouched: open => open(new(AudiencePolicy.Legacy, false, 1000)).Length == 0,
            [
                new(
                    "Every entry is one of the three names, and none comes twice.",
                    $"Use {string.Join(", ", OpenAttacks)}.",
                    open =>
                        open(new(AudiencePolicy.Legacy, false, 1000)) is var names
                        && names.All(OpenAttacks.Contains)
                        && names.Distinct().Count() == names.Length
                ),
                new(
                    "A server that accepts nothing but its issuer, shares the cache and judges 30 failures is open to none.",
                    "Which of your conditions holds for it?",
                    open => open(Sound).Length == 0
                ),
                new(
                    "A token endpoint that is good as audience lets the hostile server through.",
                    "AudiencePolicy.Legacy accepts more than the issuer.",
                    open => open(Sound with { Audience = AudiencePolicy.Legacy }) is [Injection]
                ),
                new(
                    "Two nodes that each remember alone accept an assertion twice.",
                    "Each node knows what it has seen itself.",
                    open => open(Sound with { SharesReplayCache = false }) is [SecondNode]
                ),
                new(
                    "A limit that is longer than the attacker's list is none.",
                    $"The list has {GuessedSecret.ListLength} secrets, and the right one is the last. How many wrong ones come before it?",
                    open =>
                        open(Sound with { FailuresPerMinute = 1000 }) is [Guessing]
                        && open(Sound with { FailuresPerMinute = GuessedSecret.ListLength }) is [Guessing]
                ),
                new(
                    "A stricter limit is no gap.",
                    "Fewer failures are better than more. At a limit that the wrong secrets use up, the right one is not looked at.",
                    open =>
                        open(Sound with { FailuresPerMinute = 5 }).Length == 0
                        && open(Sound with { FailuresPerMinute = GuessedSecret.ListLength - 1 }).Length == 0
                ),
                new(
                    "Real servers with settings at random are open to what you say.",
                    "Two gaps may be there at once: then your list has both.",
                    AgreesWithAttacksAsync
                ),
            ],
            "that three settings can be read like an attacker reads them"
        );

    private static async Task<bool> AgreesWithAttacksAsync(
        Func<ServerSettings, string[]> open,
        CancellationToken cancellationToken
    )
    {
        int[] limits = [5, 30, GuessedSecret.ListLength, 1000];
        ServerSettings[] servers =
        [
            new(AudiencePolicy.Legacy, false, 1000),
            new(
                RandomNumberGenerator.GetInt32(2) == 0 ? AudiencePolicy.Legacy : AudiencePolicy.IssuerOnly,
                RandomNumberGenerator.GetInt32(2) == 0,
                RandomNumberGenerator.GetItems<int>(limits, 1)[0]
            ),
        ];
        foreach (var settings in servers)
        {
            var works = await WorkingAsync(settings, cancellationToken);
            if (!works.Order().SequenceEqual(open(settings).Order()))
            {
                return false;
            }
        }

        return true;
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
}
