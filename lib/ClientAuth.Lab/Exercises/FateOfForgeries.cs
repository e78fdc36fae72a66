using System.Security.Cryptography;
using ClientAuth.MockServer;
using static ClientAuth.MockServer.Defence;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 11: which of five requests gets a token at a server that goes without some defences, and which check stops the others.</summary>
public sealed partial class LessonExercises
{
    private const int RandomServers = 3;

    private static readonly Defence[] ForgersDefences =
    [
        AlgorithmOfRegistration,
        KeysOfRegistration,
        CriticalHeaders,
        SingleUse,
    ];

    /// <summary>From the defences that are switched off and the name of a request to <c>token</c> or a check.</summary>
    public Exercise<Func<Defence[], string, string>> FateOfForgeries =>
        new(
            this,
            "The fate of five requests",
            isUntouched: fate => ForgedRequest.All.All(request => fate([], request).Length == 0),
            [
                new(
                    "Every answer is \"token\" or the name of a check.",
                    $"Use {string.Join(", ", ForgedRequest.Ends)}.",
                    fate => ForgedRequest.All.All(request => ForgedRequest.Ends.Contains(fate([], request)))
                ),
                new(
                    "With every defence in place, none of the five gets a token.",
                    "The first parameter is what is switched off; here it is empty.",
                    fate => ForgedRequest.All.All(request => fate([], request) != ForgedRequest.Token)
                ),
                new(
                    "Each check is named where the server comes to it first.",
                    "The order is alg, crit, key, signature, and jti last. At which of them does each request first differ from an honest one?",
                    fate =>
                        fate([], ForgedRequest.Rs256Jwk) == CheckNames.AssertionAlg
                        && fate([], ForgedRequest.NoneCrit) == CheckNames.AssertionAlg
                        && fate([], ForgedRequest.Hs256) == CheckNames.AssertionAlg
                ),
                new(
                    "A key that comes along under a registered kid fails at the signature.",
                    "The kid is right, so the server finds the registered key. What does it do with it?",
                    fate => fate([], ForgedRequest.Jwk) == CheckNames.AssertionSignature
                ),
                new(
                    "Each request that needs one gap passes where that gap is.",
                    "Three of the five need a single defence to be off: hs256, jwk, replay.",
                    fate =>
                        fate([AlgorithmOfRegistration], ForgedRequest.Hs256) == ForgedRequest.Token
                        && fate([KeysOfRegistration], ForgedRequest.Jwk) == ForgedRequest.Token
                        && fate([SingleUse], ForgedRequest.Replay) == ForgedRequest.Token
                ),
                new(
                    "No request passes by a gap that it does not use.",
                    "Switching off one defence leaves the other checks as they are.",
                    fate =>
                        fate([CriticalHeaders], ForgedRequest.Jwk) != ForgedRequest.Token
                        && fate([SingleUse], ForgedRequest.Hs256) != ForgedRequest.Token
                        && fate([AlgorithmOfRegistration], ForgedRequest.Replay) != ForgedRequest.Token
                ),
                new(
                    "A request that needs two gaps is stopped by the check that is left.",
                    "Without AlgorithmOfRegistration, 'none-crit' still names something critical, and no registered key fits RS256.",
                    fate =>
                        fate([AlgorithmOfRegistration], ForgedRequest.NoneCrit) == CheckNames.AssertionCrit
                        && fate([AlgorithmOfRegistration], ForgedRequest.Rs256Jwk) == CheckNames.AssertionKey
                ),
                new(
                    "A real server says the same, whatever is switched off.",
                    "Several defences may be off at once, in any order. Is each of your conditions about one defence alone?",
                    AgreesWithServersAsync
                ),
            ],
            "that you can tell from a server's gaps which forgery passes, and where the others end"
        );

    private static async Task<bool> AgreesWithServersAsync(
        Func<Defence[], string, string> fate,
        CancellationToken cancellationToken
    )
    {
        Defence[][] servers = [ForgersDefences, .. Enumerable.Range(0, RandomServers).Select(_ => RandomlyOff())];
        foreach (var off in servers)
        {
            var fates = await ForgedRequest.FatesAsync(off, cancellationToken);
            if (fates.Any(seen => fate(off, seen.Key) != seen.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static Defence[] RandomlyOff() =>
        RandomNumberGenerator.GetItems<Defence>(ForgersDefences, RandomNumberGenerator.GetInt32(1, 4));
}
