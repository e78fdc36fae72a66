namespace ClientAuth.Lab.Choosing;

/// <summary>Checks that every name in a model is defined exactly once and is used.</summary>
internal static class DecisionModelNames
{
    /// <summary>The first thing that is wrong; null where all is right.</summary>
    public static string? ProblemOf(DecisionModel model) =>
        Null(model)
        ?? Empty(model)
        ?? Twice("the input", model.Inputs.Select(input => input.Id))
        ?? Twice("the value", model.Inputs.SelectMany(input => input.Values).Select(value => value.Id))
        ?? Twice("the method", model.Methods.Select(method => method.Id))
        ?? Twice("the sentence", model.Sentences.Select(sentence => sentence.Id))
        ?? Twice("the rule", Rules(model).Select(rule => rule.Id))
        ?? Rules(model).Select(rule => ProblemOf(rule, model)).FirstOrDefault(problem => problem is not null);

    /// <summary>The rules of all four kinds.</summary>
    public static IEnumerable<DecisionRule> Rules(DecisionModel model) =>
        model.RulesOut.Concat(model.Recommends).Concat(model.SpeaksAgainst).Concat(model.Conditions);

    // The serializer checks members for null, not the elements of a list.
    private static string? Null(DecisionModel model) =>
        model.Inputs.Contains(null!)
        || model.Inputs.Any(input => input.Values.Contains(null!))
        || model.Methods.Contains(null!)
        || model.Methods.Any(method => method.RegisteredAs.Contains(null!))
        || model.Sentences.Contains(null!)
        || Rules(model).Contains(null!)
        || Rules(model).Any(rule => rule.When.Values.Contains(null!))
            ? "a list holds null; leave it out"
            : null;

    private static string? Empty(DecisionModel model) =>
        model.Inputs is [] ? "inputs is empty"
        : model.Inputs.FirstOrDefault(input => input.Values.Count < 2) is { } input
            ? $"the input '{input.Id}' needs two values at least"
        : null;

    private static string? Twice(string what, IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice
            ? $"{what} '{twice.Key}' is there twice"
            : null;

    private static string? ProblemOf(DecisionRule rule, DecisionModel model)
    {
        var problem =
            Unknown("methods", rule.Methods, model.Methods.Select(method => method.Id))
            ?? Unknown("sentences", rule.Sentences, model.Sentences.Select(sentence => sentence.Id))
            ?? rule.When.Select(question => ProblemOf(question.Key, question.Value, model))
                .FirstOrDefault(problem => problem is not null);
        return problem is null ? null : $"rule '{rule.Id}': {problem}";
    }

    private static string? ProblemOf(string question, IReadOnlyList<string> answers, DecisionModel model) =>
        model.Inputs.FirstOrDefault(input => input.Id == question) is { } input
            ? Unknown($"when.{question}", answers, input.Values.Select(value => value.Id))
            : $"when has '{question}'; use {string.Join(", ", model.Inputs.Select(known => known.Id))}";

    private static string? Unknown(string place, IReadOnlyList<string> used, IEnumerable<string> known) =>
        used is [] ? $"{place} is empty"
        : used.Except(known).FirstOrDefault() is { } unknown
            ? $"{place} has '{unknown}'; use {string.Join(", ", known)}"
        : null;
}
