using System.Security.Cryptography;
using ClientAuth.MockServer.Options;
using static ClientAuth.MockServer.Options.Defence;

namespace ClientAuth.Lab.Exercises.Attacks;

/// <summary>Judges a learner's predictions about the forged requests of lesson 11.</summary>
internal static class ForgeryPredictions
{
    private const int RandomServers = 3;

    /// <summary>Those that may be switched off.</summary>
    public static IReadOnlyList<Defence> Defences { get; } =
    [AlgorithmOfRegistration, KeysOfRegistration, CriticalHeaders, SingleUse];

    /// <summary>Whether each end is one that there is, whatever is off: an answer in a branch of its own counts, too.</summary>
    public static RuleFinding IsInWordsThatThereAre(Func<Defence[], string, string> fate)
    {
        foreach (var (off, request) in ForgedRequest.AtAnyServer(Defences))
        {
            var end = fate(off, request);
            if (!ForgedRequest.Ends.Contains(end))
            {
                var meant = ForgedRequest.Ends.FirstOrDefault(one =>
                    one.Equals(end?.Trim(' ', '"', '\'', '`'), StringComparison.OrdinalIgnoreCase)
                );
                return new(Holds: false)
                {
                    Seen = Told(off, request, end),
                    Hint = meant is null
                        ? null
                        : $"Write it exactly like this: {meant}, without quotes, capitals or white space.",
                };
            }
        }

        return RuleFinding.Kept;
    }

    /// <summary>Whether what is foretold of each of these is right.</summary>
    public static RuleFinding Fits(
        Func<Defence[], string, string> fate,
        IEnumerable<(Defence[] Off, string Request)> cases,
        Func<string, string, bool> isRight
    )
    {
        foreach (var (off, request) in cases.Where(one => !isRight(one.Request, fate(one.Off, one.Request))))
        {
            return new(Holds: false) { Seen = Told(off, request, fate(off, request)) };
        }

        return RuleFinding.Kept;
    }

    /// <summary>Whether real servers say the same: one without any of the defences, and some at random.</summary>
    public static async Task<RuleFinding> AgreesWithServersAsync(
        Func<Defence[], string, string> fate,
        CancellationToken cancellationToken
    )
    {
        Defence[][] servers =
        [
            [.. Defences],
            .. Enumerable.Range(0, RandomServers).Select(_ => RandomlyOff()),
        ];
        foreach (var off in servers)
        {
            foreach (var (request, end) in await ForgedRequest.FatesAsync(off, cancellationToken))
            {
                if (fate(off, request) is var told && told != end)
                {
                    return RuleFinding.Broken(Told(off, request, end), Told(off, request, told));
                }
            }
        }

        return RuleFinding.Kept;
    }

    /// <summary>At a server that has every defence.</summary>
    public static (Defence[] Off, string Request) NothingOff(string request) => ([], request);

    private static string Told(Defence[] off, string request, string? end) =>
        $"Fate([{string.Join(", ", off)}], \"{request}\") is {(end is null ? "null" : $"\"{end}\"")}";

    private static Defence[] RandomlyOff() =>
        RandomNumberGenerator.GetItems<Defence>([.. Defences], RandomNumberGenerator.GetInt32(1, 4));
}
