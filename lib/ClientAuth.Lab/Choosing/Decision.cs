namespace ClientAuth.Lab.Choosing;

/// <summary>The model applied to one situation. The explorer's script does the same; a test compares the two in every situation.</summary>
internal sealed class Decision(DecisionModel model, Situation situation)
{
    /// <exception cref="InvalidOperationException">Nothing is recommended; a model that was read from a file recommends always.</exception>
    public Recommendation Recommend()
    {
        var method = Decided() ?? throw new InvalidOperationException($"Nothing is recommended where: {situation}.");
        return new Recommendation(
            situation,
            method,
            Reasons(model.Recommends, method),
            Reasons(model.Conditions, method),
            [.. model.Methods.Where(other => other != method).Select(Other)]
        );
    }

    /// <summary>The method that the first fitting rule names; null where none fits.</summary>
    public ChoosableMethod? Decided() =>
        model
            .Recommends.SelectMany(rule => rule.Methods.Select(method => (Rule: rule, Method: method)))
            .Where(pair => pair.Rule.Holds(pair.Method, situation))
            .Select(pair => model.Methods.Single(method => method.Id == pair.Method))
            .FirstOrDefault(method => Reasons(model.RulesOut, method) is []);

    private OtherMethod Other(ChoosableMethod method) =>
        Reasons(model.RulesOut, method) is { Count: > 0 } ruledOut
            ? new OtherMethod(method, IsRuledOut: true, ruledOut)
            : new OtherMethod(method, IsRuledOut: false, Reasons(model.SpeaksAgainst, method));

    private IReadOnlyList<Reason> Reasons(IReadOnlyList<DecisionRule> rules, ChoosableMethod method) =>
        [
            .. rules
                .Where(rule => rule.Holds(method.Id, situation))
                .Select(rule => new Reason(
                    rule.Id,
                    rule.Because,
                    [.. rule.Sentences.Select(id => model.Sentences.Single(sentence => sentence.Id == id))]
                )),
        ];
}
