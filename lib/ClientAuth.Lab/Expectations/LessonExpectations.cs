using System.Globalization;
using ClientAuth.Client;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.Lab.Repository;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Expectations;

/// <summary>What a lesson claims, held against what happened. Each method shows the claim and throws where it does not hold.</summary>
internal static class LessonExpectations
{
    private const int LongestShown = 40;

    public static View Agree(IReadOnlyList<(string Part, string? ByHand, string? ByLibrary)> parts)
    {
        var view = new ComparisonView(
            "By hand and by the library",
            [.. parts.Select(part => (part.Part, Shortened(part.ByHand), Shortened(part.ByLibrary)))]
        );
        return parts.All(part => part.ByHand == part.ByLibrary)
            ? view.Folded()
            : throw new LessonExpectationException(
                $"Made by hand and by the library, these parts differ: {string.Join(", ", parts.Where(p => p.ByHand != p.ByLibrary).Select(p => p.Part))}."
            );
    }

    public static ComparisonView Hold(
        string title,
        IReadOnlyList<(string Claim, string? Expected, string? Seen)> claims
    )
    {
        var view = new ComparisonView(
            title,
            [.. claims.Select(claim => (claim.Claim, Shortened(claim.Expected), Shortened(claim.Seen)))]
        )
        {
            Left = "Expected",
            Right = "Seen",
            Agreement = "as expected",
        };
        return claims.FirstOrDefault(claim => claim.Expected != claim.Seen) is { Claim: { } broken }
            ? throw new LessonExpectationException($"{title}: '{broken}' is not as expected.")
            : view;
    }

    public static View Issued(TokenOutcome outcome, DecisionTrace trace) =>
        outcome is TokenOutcome.Issued { Response: var response }
            ? new FactsView(
                "Issued, as expected",
                ("Answer", $"{response}"),
                ("Scope", response.Scope ?? "(not named)")
            ).Folded()
            : throw new LessonExpectationException($"Expected a token, saw {Refusal.Of(outcome, trace)}.");

    public static RefusalView Refused(Refusal expected, Refusal seen, RecordedExchange exchange) =>
        seen == expected
            ? new RefusalView(exchange, "Refused, as expected")
            : throw new LessonExpectationException($"Expected {expected}, saw {seen}.");

    public static FactsView Failed(Exception? thrown, string saying)
    {
        var messages = Messages(thrown).ToList();
        if (messages.Count == 0)
        {
            throw new LessonExpectationException($"Expected a failure that says '{saying}', but nothing failed.");
        }

        return messages.Any(message => message.Contains(saying, StringComparison.OrdinalIgnoreCase))
            ? new FactsView(
                "Failed, as expected",
                [
                    .. messages
                        .Where((message, depth) => !messages.Take(depth).Any(outer => Repeats(outer, message)))
                        .Select(
                            (message, depth) =>
                                (depth == 0 ? thrown!.GetType().Name : "because", FromTheCheckout(message))
                        ),
                ]
            )
            : throw new LessonExpectationException(
                $"Expected a failure that says '{saying}', but it says: {string.Join(" ← ", messages)}"
            );
    }

    // Looked up by name alone; which of the places can be written to was found out when the lab was opened.
    private static string KeysElsewhere =>
        KeyParent.Named(Environment.GetEnvironmentVariable(KeyParent.Variable))
        ?? KeyParent.UsersOwn
        ?? RepositoryData.Certificates;

    // Where on this machine the checkout lies is nobody's business who reads the notebook.
    private static string FromTheCheckout(string message) =>
        message
            .Replace(RepositoryData.Certificates, "certs", StringComparison.Ordinal)
            .Replace(
                KeysElsewhere + Path.DirectorySeparatorChar,
                "certs" + Path.DirectorySeparatorChar,
                StringComparison.Ordinal
            );

    // An outer exception often quotes its cause, or is quoted by it with the address appended.
    private static bool Repeats(string outer, string inner) =>
        outer.Contains(inner, StringComparison.Ordinal) || inner.StartsWith(outer, StringComparison.Ordinal);

    // Enough to recognise a part by; a credential is longer, and its rest stays out of the notebook's outputs.
    private static string Shortened(string? part) =>
        part switch
        {
            null => "(absent)",
            { Length: > LongestShown } => string.Create(
                CultureInfo.InvariantCulture,
                $"{part[..(LongestShown / 2)]}… ({part.Length} characters)"
            ),
            _ => part,
        };

    private static IEnumerable<string> Messages(Exception? thrown)
    {
        for (var exception = thrown; exception is not null; exception = exception.InnerException)
        {
            yield return exception.Message;
        }
    }
}
