namespace ClientAuth.Lab.Choosing;

/// <summary>One answer to every question of the model.</summary>
public sealed class Situation
{
    private readonly IReadOnlyDictionary<string, string> _answers;

    private Situation(IEnumerable<KeyValuePair<string, string>> answers) =>
        _answers = new Dictionary<string, string>(answers, StringComparer.Ordinal);

    /// <summary>The answer to a question, by their identifiers.</summary>
    public string this[string input] => _answers[input];

    /// <summary>The answers, in the order of the questions.</summary>
    public override string ToString() => string.Join(", ", _answers.Values);

    internal static IEnumerable<Situation> All(IReadOnlyList<DecisionInput> inputs) =>
        inputs
            .Aggregate(
                Enumerable.Repeat<IEnumerable<KeyValuePair<string, string>>>([], 1),
                (situations, input) =>
                    situations.SelectMany(answers =>
                        input.Values.Select(value => answers.Append(KeyValuePair.Create(input.Id, value.Id)))
                    )
            )
            .Select(answers => new Situation(answers));

    internal static Situation Of(IReadOnlyList<DecisionInput> inputs, IReadOnlyList<string> answers)
    {
        var chosen = inputs.ToDictionary(input => input.Id, input => input.Values[0].Id);
        foreach (var answer in answers)
        {
            var input =
                inputs.FirstOrDefault(input => input.Values.Any(value => value.Id == answer))
                ?? throw new ArgumentException(
                    $"'{answer}' is no answer; there are: {string.Join("; ", inputs.Select(Answers))}.",
                    nameof(answers)
                );
            if (answers.Count(other => input.Values.Any(value => value.Id == other)) > 1)
            {
                throw new ArgumentException(
                    $"'{input.Id}' is answered twice; give one of {Answers(input)}.",
                    nameof(answers)
                );
            }

            chosen[input.Id] = answer;
        }

        return new Situation(chosen);
    }

    private static string Answers(DecisionInput input) => string.Join(", ", input.Values.Select(value => value.Id));
}
