using System.Text.Json.Serialization;
using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.Choosing;

/// <summary>
/// How to choose a method, read from <c>data/choosing.json</c>: what to ask, what each answer rules out and what it recommends, each
/// with the sentence of a specification or of the SDK's documentation behind it.
/// </summary>
public sealed record DecisionModel
{
    /// <summary>Where an editor finds the schema.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The questions, in the order in which they are asked.</summary>
    public required IReadOnlyList<DecisionInput> Inputs { get; init; }

    public required IReadOnlyList<ChoosableMethod> Methods { get; init; }

    public required IReadOnlyList<QuotedSentence> Sentences { get; init; }

    /// <summary>What takes a method out, whatever speaks for it.</summary>
    public required IReadOnlyList<DecisionRule> RulesOut { get; init; }

    /// <summary>In this order: the first that fits, and whose method is not ruled out, decides. The others add reasons.</summary>
    public required IReadOnlyList<DecisionRule> Recommends { get; init; }

    /// <summary>Why a method that would do is not the first choice.</summary>
    public required IReadOnlyList<DecisionRule> SpeaksAgainst { get; init; }

    /// <summary>What must be seen to for a recommendation to hold.</summary>
    public required IReadOnlyList<DecisionRule> Conditions { get; init; }

    /// <summary>Every combination of answers.</summary>
    [JsonIgnore]
    public IEnumerable<Situation> Situations => Situation.All(Inputs);

    /// <summary>The model of the checkout, <c>data/choosing.json</c>.</summary>
    public static DecisionModel Load() => DecisionModelFile.Read(RepositoryData.PathOf("choosing.json"));

    /// <summary>A situation by its answers, in any order; what is not answered has the first answer of its question.</summary>
    /// <param name="answers">Identifiers of values, such as <c>production</c>, <c>mixed</c>, <c>pki</c>.</param>
    /// <exception cref="ArgumentException">There is no such answer, or a question is answered twice; the message lists what there is.</exception>
    public Situation SituationWith(params IReadOnlyList<string> answers) => Situation.Of(Inputs, answers);

    /// <summary>What to use in a situation, why, what to see to, and why nothing else.</summary>
    public Recommendation Recommend(Situation situation) => new Decision(this, situation).Recommend();

    /// <inheritdoc cref="SituationWith"/>
    public Recommendation Recommend(params IReadOnlyList<string> answers) => Recommend(SituationWith(answers));
}
