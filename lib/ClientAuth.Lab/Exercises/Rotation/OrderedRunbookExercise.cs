namespace ClientAuth.Lab.Exercises.Rotation;

/// <summary>Lesson 07: mends the order of a runbook that breaks installs, from what they met after each step.</summary>
internal static class OrderedRunbookExercise
{
    /// <summary>The names of the steps, in the order in which they are carried out.</summary>
    public static Exercise<IReadOnlyList<string>> Create(ExerciseContext context)
    {
        var runs = new TriedOnce<IReadOnlyList<string>, IReadOnlyList<RunbookVisit>>(
            (steps, cancellationToken) => RunbookRun.OfAsync([.. steps.Select(step => step.Trim())], cancellationToken)
        );
        return new(
            context,
            "The runbook in order",
            isUntouched: steps => steps.SequenceEqual(RunbookStep.Broken),
            [
                new(
                    "Each of the six steps is there, once.",
                    $"The steps are: {string.Join(", ", RunbookStep.All)}.",
                    steps => FindSteps(steps)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the old authority stays",
                            [.. RightOrder.Where(one => one != RunbookStep.DropOldAuthority)]
                        ),
                        new("a step twice", [.. RightOrder, RunbookStep.ShipBothPins]),
                        new("a step of one's own", [.. RightOrder, "wait"]),
                        new("capitals", [.. RightOrder.Select(one => one.ToUpperInvariant())])
                        {
                            Hint = StepInCapitals,
                        },
                    ],
                },
                new(
                    "No install has a certificate that the server does not trust yet.",
                    "The log says certificate.chain for a certificate of the new authority. What must the server be told before the first install has one?",
                    async (steps, cancellationToken) =>
                        FindVisit(await runs.OfAsync(steps, cancellationToken), RunbookFault.Certificate, isNext: true)
                )
                {
                    WrongAnswers =
                    [
                        WrongRunbook(
                            "issued before it is trusted",
                            RunbookStep.IssueByNew,
                            RunbookStep.TrustNewAuthority
                        ),
                    ],
                },
                new(
                    "No install has a certificate that the server does not trust any more.",
                    "The log says certificate.chain for a certificate of the old authority. Who still has one at that moment?",
                    async (steps, cancellationToken) =>
                        FindVisit(await runs.OfAsync(steps, cancellationToken), RunbookFault.Certificate, isNext: false)
                )
                {
                    WrongAnswers =
                    [
                        WrongRunbook(
                            "dropped before the installs have moved",
                            RunbookStep.DropOldAuthority,
                            RunbookStep.IssueByNew
                        ),
                        new(
                            "dropped first of all",
                            [
                                RunbookStep.DropOldAuthority,
                                .. RightOrder.Where(one => one != RunbookStep.DropOldAuthority),
                            ]
                        ),
                    ],
                },
                new(
                    "No app meets a key of the server that it has not pinned yet.",
                    "The app has the old pin alone, and sends nothing. The server's log shows no request: the next pin has to be on the phones first.",
                    async (steps, cancellationToken) =>
                        FindVisit(await runs.OfAsync(steps, cancellationToken), RunbookFault.Pin, isNext: false)
                )
                {
                    WrongAnswers =
                    [
                        WrongRunbook("the key before its pin", RunbookStep.SwitchServerKey, RunbookStep.ShipBothPins),
                    ],
                },
                new(
                    "No app has lost the pin of the key that the server still shows.",
                    "The app has the new pin alone, and the server still has the old key. When may the old pin go?",
                    async (steps, cancellationToken) =>
                        FindVisit(await runs.OfAsync(steps, cancellationToken), RunbookFault.Pin, isNext: true)
                )
                {
                    WrongAnswers =
                    [
                        WrongRunbook(
                            "the old pin goes before the key",
                            RunbookStep.ShipNewPin,
                            RunbookStep.SwitchServerKey
                        ),
                        WrongRunbook(
                            "both pins after the next alone",
                            RunbookStep.ShipNewPin,
                            RunbookStep.ShipBothPins
                        ),
                    ],
                },
            ],
            "that each side learns of the next credential before the other uses it, and forgets the old one last"
        );
    }

    private const string StepInCapitals = "Spell the steps as they are given, in lower case.";

    private static IReadOnlyList<string> RightOrder => RunbookStep.All;

    private static RuleFinding FindSteps(IReadOnlyList<string> steps)
    {
        var named = steps.Select(step => step.Trim()).ToList();
        var strangers = named.Where(step => !RunbookStep.All.Contains(step)).ToList();
        return strangers is not []
                ? RuleFinding.Broken(
                    "the six names",
                    string.Join(", ", strangers),
                    strangers.All(step => RunbookStep.All.Contains(step.ToLowerInvariant())) ? StepInCapitals : null
                )
            : RunbookStep.All.FirstOrDefault(step => named.Count(one => one == step) != 1) is { } wrong
                ? RuleFinding.Broken($"{wrong}, once", named.Contains(wrong) ? "more than once" : "not there at all")
            : RuleFinding.Kept;
    }

    private static RuleFinding FindVisit(IReadOnlyList<RunbookVisit> visits, RunbookFault fault, bool isNext) =>
        visits.FirstOrDefault(visit =>
            visit.Broke == fault
            && (fault == RunbookFault.Certificate ? visit.Install.IsNextCertificate : visit.Install.HasNextPin)
                == isNext
        )
            is { } broken
            ? RuleFinding.Broken($"a token after {broken.Step}", $"{broken.Answer}; the install has a {broken.Install}")
            : RuleFinding.Kept;

    // Right, but with one step moved before another.
    private static WrongAnswer<IReadOnlyList<string>> WrongRunbook(string mistake, string moved, string before)
    {
        var steps = RightOrder.Where(step => step != moved).ToList();
        steps.Insert(steps.IndexOf(before), moved);
        return new(mistake, steps);
    }
}
