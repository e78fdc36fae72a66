using System.Globalization;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Exercises;

/// <summary>What came of an answer. A closed set: not done yet, broken, solved.</summary>
public abstract record ExerciseResult
{
    private ExerciseResult(string title) => Title = title;

    public string Title { get; }

    /// <summary>The result as a lesson shows it.</summary>
    public abstract FactsView View();

    // Closes the set: no other assembly can derive from it.
    internal abstract bool IsSolved { get; }

    /// <summary>The stub is still there. That is no failure: a lesson must run before it is solved.</summary>
    public sealed record NotDoneYet(string Title) : ExerciseResult(Title)
    {
        internal override bool IsSolved => false;

        public override FactsView View() =>
            new($"… {Title}: not done yet", ("Next", "Replace the stub above and run the cell again."));
    }

    /// <summary>A rule does not hold.</summary>
    /// <param name="Title">The exercise.</param>
    /// <param name="RulesKept">How many rules held before this one.</param>
    /// <param name="RuleCount">How many rules there are.</param>
    /// <param name="Rule">The rule that does not hold.</param>
    /// <param name="Hint">Where to look.</param>
    public sealed record Broken(string Title, int RulesKept, int RuleCount, string Rule, string Hint)
        : ExerciseResult(Title)
    {
        internal override bool IsSolved => false;

        public override FactsView View() =>
            new(
                $"✗ {Title}: not right yet",
                ("Rule", Rule),
                ("Hint", Hint),
                ("Rules kept", string.Create(CultureInfo.InvariantCulture, $"{RulesKept} of {RuleCount}"))
            );
    }

    /// <summary>Every rule holds.</summary>
    /// <param name="Title">The exercise.</param>
    /// <param name="RuleCount">How many rules there are.</param>
    /// <param name="Praise">What the learner has just shown.</param>
    public sealed record Solved(string Title, int RuleCount, string Praise) : ExerciseResult(Title)
    {
        internal override bool IsSolved => true;

        public override FactsView View() =>
            new(
                $"✓ {Title}: solved",
                ("You showed", Praise),
                ("Rules kept", string.Create(CultureInfo.InvariantCulture, $"{RuleCount} of {RuleCount}"))
            );
    }
}
