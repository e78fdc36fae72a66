namespace ClientAuth.Lab.Choosing;

/// <summary>The recommendations of all situations in as few rows as the questions allow; every situation is in exactly one.</summary>
internal sealed class DecisionTable
{
    private readonly DecisionModel _model;

    private DecisionTable(DecisionModel model) => _model = model;

    public static IReadOnlyList<DecisionRow> Of(DecisionModel model) =>
        [
            .. new DecisionTable(model).Rows(
                [.. model.Situations.Select(situation => (situation, MethodOf(model, situation)))],
                []
            ),
        ];

    private IEnumerable<DecisionRow> Rows(
        IReadOnlyList<(Situation Situation, string Method)> decided,
        Dictionary<string, IReadOnlyList<string>> answers
    )
    {
        if (decided.All(pair => pair.Method == decided[0].Method))
        {
            return [new DecisionRow(answers, _model.Methods.Single(method => method.Id == decided[0].Method))];
        }

        // The question that leaves least undecided comes first; so the rows are few.
        var (input, groups) = _model
            .Inputs.Where(input => !answers.ContainsKey(input.Id))
            .Select(input => (input, Groups: Split(decided, input)))
            .Where(split => split.Groups.Count > 1)
            .MinBy(split => split.Groups.Sum(Undecided));
        return groups.SelectMany(group =>
            Rows(
                [.. group.Decided.Where(pair => pair.Situation[input.Id] == group.Answers[0])],
                new Dictionary<string, IReadOnlyList<string>>(answers) { [input.Id] = group.Answers }
            )
        );
    }

    /// <summary>The answers to a question, those that lead to the same in all that follows together.</summary>
    private static List<AnswerGroup> Split(
        IReadOnlyList<(Situation Situation, string Method)> decided,
        DecisionInput input
    ) =>
        [
            .. decided
                .GroupBy(pair => pair.Situation[input.Id])
                .GroupBy(answer => string.Join(' ', answer.Select(pair => pair.Method)))
                .Select(same => new AnswerGroup(
                    [.. same.Select(answer => answer.Key)],
                    [.. same.SelectMany(answer => answer)]
                )),
        ];

    private static int Undecided(AnswerGroup group) =>
        group.Decided.Count * (group.Decided.DistinctBy(pair => pair.Method).Count() - 1);

    private static string MethodOf(DecisionModel model, Situation situation) => model.Recommend(situation).Method.Id;

    private sealed record AnswerGroup(
        IReadOnlyList<string> Answers,
        IReadOnlyList<(Situation Situation, string Method)> Decided
    );
}

/// <summary>A row of the decision table.</summary>
/// <param name="Answers">Question -> the answers that it is for; a question that is not here does not matter.</param>
/// <param name="Method">What is recommended.</param>
internal sealed record DecisionRow(IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, ChoosableMethod Method);
