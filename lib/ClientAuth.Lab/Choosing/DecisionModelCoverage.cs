namespace ClientAuth.Lab.Choosing;

/// <summary>Checks that a model decides every situation, explains every method in each, and has no unused part.</summary>
internal static class DecisionModelCoverage
{
    /// <summary>The first thing that is wrong; null where all is right.</summary>
    public static string? ProblemOf(DecisionModel model)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var situation in model.Situations)
        {
            if (new Decision(model, situation).Decided() is null)
            {
                return $"recommends has no rule for: {situation}";
            }

            var recommendation = model.Recommend(situation);
            if (recommendation.Others.FirstOrDefault(other => other.Reasons is []) is { } silent)
            {
                return $"nothing says why not '{silent.Method.Id}' where: {situation}; add it to rules_out or speaks_against";
            }

            used.UnionWith(
                recommendation
                    .Reasons.Concat(recommendation.Conditions)
                    .Concat(recommendation.Others.SelectMany(other => other.Reasons))
                    .Select(reason => reason.Rule)
            );
        }

        return DecisionModelNames.Rules(model).FirstOrDefault(rule => !used.Contains(rule.Id)) is { } idle
            ? $"the rule '{idle.Id}' says something in no situation"
            : Unused(model);
    }

    private static string? Unused(DecisionModel model) =>
        model
            .Sentences.Select(sentence => sentence.Id)
            .Except(DecisionModelNames.Rules(model).SelectMany(rule => rule.Sentences))
            .FirstOrDefault()
            is { } unused
            ? $"no rule rests on the sentence '{unused}'"
            : null;
}
