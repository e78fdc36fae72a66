using ClientAuth.FailureCases;
using ClientAuth.Lab.Gallery;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 09: says of five requests what a server will make of them, before it does.</summary>
public sealed partial class LessonExercises
{
    private const string Accepted = FailureGallery.Accepted;

    /// <summary>The requests of the prediction, by their ids in the catalogue.</summary>
    public static IReadOnlyList<string> ToPredict { get; } = ["J27.iat", "J19.slash", "J18", "J26", "J11.sub"];

    public Exercise<IReadOnlyDictionary<string, string>> PredictedChecks
    {
        get
        {
            var run = new Lazy<Task<IReadOnlyDictionary<string, string>>>(VerdictsAsync);
            return new(
                this,
                "The predicted answers",
                isUntouched: answer => answer.Values.All(string.IsNullOrEmpty),
                [
                    new(
                        "Each of the five has an answer: \"accepted\", or the name of a check.",
                        "A check has a name of two parts, joined by a full stop, such as assertion.exp.",
                        answer => ToPredict.All(id => IsAnswer(Said(answer, id)))
                    ),
                    new(
                        "Each check that you name is one of the server's.",
                        "Spell it as the matrix does: open a group to see its checks.",
                        answer => ToPredict.All(id => Said(answer, id) == Accepted || Checks.Contains(Said(answer, id)))
                    ),
                    new(
                        "What the server accepts, you accept.",
                        "The matrix has cases with ✓, too. A server leaves some room for clocks, and knows two ways to write one audience.",
                        async (answer, _) =>
                            (await run.Value).All(one => one.Value != Accepted || Said(answer, one.Key) == Accepted)
                    ),
                    new(
                        "What the server refuses, you refuse.",
                        "One of those that you accept is refused. A value that is nearly right is wrong, and a lifetime can be too long.",
                        async (answer, _) =>
                            (await run.Value).All(one => one.Value == Accepted || Said(answer, one.Key) != Accepted)
                    ),
                    new(
                        "Where a time is wrong, the check is the one that stops the request.",
                        "One check asks whether exp is still to come, another how far ahead exp is. Which of the two fails here?",
                        async (answer, _) => OfTime(await run.Value).All(one => Said(answer, one.Key) == one.Value)
                    ),
                    new(
                        "Elsewhere, too, the check is the one that stops the request.",
                        "The server stops at the first check that fails. What does it need before it can verify a signature, and whom does it ask for that?",
                        async (answer, _) => (await run.Value).All(one => Said(answer, one.Key) == one.Value)
                    ),
                ],
                "that you can tell from a request which check will stop it, and that not everything unusual is wrong"
            );
        }
    }

    // Refused by a check of the group that the matrix shows under this name.
    private static IEnumerable<KeyValuePair<string, string>> OfTime(IReadOnlyDictionary<string, string> verdicts)
    {
        var groups = FailureGroups.Load();
        return verdicts.Where(one => one.Value != Accepted && groups.ByCheck(one.Value) == groups.Find("Time"));
    }

    private static HashSet<string> Checks =>
        [
            .. FailureCatalogue
                .Load(RepositoryData.PathOf("failure-cases.json"))
                .Cases.Select(one => one.Expect.Check)
                .OfType<string>(),
        ];

    private static string Said(IReadOnlyDictionary<string, string> answer, string id) =>
        answer.GetValueOrDefault(id, "").Trim().ToLowerInvariant();

    private static bool IsAnswer(string said) =>
        said == Accepted || said.Split('.') is [{ Length: > 0 }, { Length: > 0 }];

    private static async Task<IReadOnlyDictionary<string, string>> VerdictsAsync()
    {
        using var gallery = FailureGallery.Open();
        return await gallery.VerdictsAsync(ToPredict, CancellationToken.None);
    }
}
