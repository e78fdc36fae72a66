using System.Globalization;
using ClientAuth.Visuals.Exercises;

namespace ClientAuth.Lab.Exercises;

/// <summary>What came of an answer. A closed set: not done yet, broken, solved.</summary>
public abstract record ExerciseResult
{
    private ExerciseResult(string title) => Title = title;

    public string Title { get; }

    /// <summary>What is said of the learner's progress, or null.</summary>
    public string? Progress { get; init; }

    /// <summary>The result as a lesson shows it.</summary>
    public abstract ExerciseView View();

    // Closes the set: no other assembly can derive from it.
    internal abstract bool IsSolved { get; }

    private protected IReadOnlyList<(string Name, string Value)> Facts(string name, string value) =>
        Progress is { } progress ? [(name, value), ("Progress", progress)] : [(name, value)];

    /// <summary>The stub is still there. That is no failure: a lesson must run before it is solved.</summary>
    public sealed record NotDoneYet(string Title) : ExerciseResult(Title)
    {
        internal override bool IsSolved => false;

        public override ExerciseView View() =>
            new(
                $"… {Title}: not done yet",
                [],
                Facts("Next", "Write your answer into the cell above, in the stub's place, and run the cell again."),
                []
            );
    }

    /// <summary>A rule does not hold.</summary>
    /// <param name="Title">The exercise.</param>
    /// <param name="RulesKept">The rules that hold: those before this one, and those after it where the order is free.</param>
    /// <param name="RuleCount">How many rules there are.</param>
    /// <param name="Rule">The rule that does not hold.</param>
    /// <param name="Hints">Where to look, from the gentlest hint on.</param>
    public sealed record Broken(
        string Title,
        IReadOnlyList<string> RulesKept,
        int RuleCount,
        string Rule,
        IReadOnlyList<string> Hints
    ) : ExerciseResult(Title)
    {
        /// <summary>What was expected, where the rule says it.</summary>
        public string? Expected { get; init; }

        /// <summary>What the answer gave instead.</summary>
        public string? Seen { get; init; }

        /// <summary>Whether the rules after this one have not been looked at yet.</summary>
        public bool LaterRulesAreUntried { get; init; }

        /// <summary>The first hint.</summary>
        public string Hint => Hints[0];

        internal override bool IsSolved => false;

        public override ExerciseView View() =>
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"✗ {Title}: not right yet, {RulesKept.Count} of {RuleCount} rules hold{(LaterRulesAreUntried ? " so far" : "")}"
                ),
                [
                    .. RulesKept.Select(rule => new ExerciseRow(rule, Holds: true)),
                    new ExerciseRow(Rule, Holds: false) { Expected = Expected, Seen = Seen },
                ],
                [],
                Hints
            );
    }

    /// <summary>Every rule holds.</summary>
    /// <param name="Title">The exercise.</param>
    /// <param name="Rules">The rules.</param>
    /// <param name="Praise">What the learner has just shown.</param>
    public sealed record Solved(string Title, IReadOnlyList<string> Rules, string Praise) : ExerciseResult(Title)
    {
        internal override bool IsSolved => true;

        public override ExerciseView View() =>
            new(
                $"✓ {Title}: solved",
                [.. Rules.Select(rule => new ExerciseRow(rule, Holds: true))],
                Facts("You showed", Praise),
                []
            );
    }
}
