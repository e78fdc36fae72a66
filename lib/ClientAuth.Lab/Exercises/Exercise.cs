using System.Globalization;
using ClientAuth.Visuals.Exercises;

namespace ClientAuth.Lab.Exercises;

/// <summary>
/// A task of a lesson and what makes an answer right. An answer is judged by its rules in order, the first broken one is
/// reported with a hint; so a known wrong answer names the rule that it breaks, not just that it is wrong.
/// </summary>
/// <typeparam name="TAnswer">What the learner writes, usually a delegate.</typeparam>
/// <param name="context">The exercise's name, its clock, and who takes note of a right answer.</param>
/// <param name="title">The task in a few words.</param>
/// <param name="isUntouched">Whether the answer is still the stub.</param>
/// <param name="rules">From the most specific mistake to the server's own verdict.</param>
/// <param name="praise">What the learner has just shown.</param>
public sealed class Exercise<TAnswer>(
    ExerciseContext context,
    string title,
    Func<TAnswer, bool> isUntouched,
    IReadOnlyList<ExerciseRule<TAnswer>> rules,
    string praise
) : IExercise
{
    /// <summary>Whether the rules after a broken one are looked at as well, for an answer whose parts are mended in any order.</summary>
    public bool InAnyOrder { get; init; }

    public string Name => context.Name;

    public string Title => title;

    public IReadOnlyList<string> Rules => [.. rules.Select(rule => rule.Rule)];

    /// <summary>Judges an answer, notes it where it is right, and shows what came of it.</summary>
    public async Task<ExerciseView> CheckAsync(TAnswer answer, CancellationToken cancellationToken = default) =>
        (await context.NoteAsync(await JudgeAsync(answer, cancellationToken), cancellationToken)).View();

    /// <summary>The same for an answer of whatever type: where it is another than the stub's, the learner is told which.</summary>
    public async Task<ExerciseView> CheckAsync(object? answer, CancellationToken cancellationToken = default) =>
        answer is TAnswer own
            ? await CheckAsync(own, cancellationToken)
            : (await JudgeAsync(answer, cancellationToken)).View();

    /// <summary>Judges an answer. An exception in the learner's code is a broken rule, not a crash.</summary>
    public async Task<ExerciseResult> JudgeAsync(TAnswer answer, CancellationToken cancellationToken = default)
    {
        try
        {
            if (isUntouched(answer))
            {
                return new ExerciseResult.NotDoneYet(title);
            }

            if (await FirstBrokenAsync(answer, cancellationToken) is { } broken)
            {
                return broken;
            }
        }
        catch (Exception thrown) when (ThrownCode.IsStub(thrown))
        {
            return new ExerciseResult.NotDoneYet(title);
        }
        catch (Exception thrown) when (ThrownCode.IsMistake(thrown))
        {
            return new ExerciseResult.Broken(
                title,
                [],
                rules.Count,
                "The code runs without an exception, and its answer is not null.",
                [ThrownCode.Hint(thrown)]
            );
        }

        return new ExerciseResult.Solved(title, Rules, praise);
    }

    /// <summary>The same for an answer of whatever type.</summary>
    public Task<ExerciseResult> JudgeAsync(object? answer, CancellationToken cancellationToken = default) =>
        answer is TAnswer own
            ? JudgeAsync(own, cancellationToken)
            : Task.FromResult<ExerciseResult>(AnswerOfAnotherType.Judge(title, rules.Count, typeof(TAnswer), answer));

    IReadOnlyList<string> IExercise.MistakesAgainst(string rule) =>
        [.. RuleOf(rule).WrongAnswers.Select(wrong => wrong.Mistake)];

    async Task<(ExerciseResult Result, string Hint)> IExercise.TryMistakeAsync(
        string rule,
        string mistake,
        CancellationToken cancellationToken
    )
    {
        var wrong = RuleOf(rule).WrongAnswers.Single(wrong => wrong.Mistake == mistake);
        return (await JudgeAsync(wrong.Answer, cancellationToken), wrong.Hint ?? RuleOf(rule).Hint);
    }

    private ExerciseRule<TAnswer> RuleOf(string rule) => rules.Single(one => one.Rule == rule);

    private async Task<ExerciseResult.Broken?> FirstBrokenAsync(TAnswer answer, CancellationToken cancellationToken)
    {
        var broken = new List<(ExerciseRule<TAnswer> Rule, RuleFinding Finding)>();
        var kept = new List<string>();
        foreach (var rule in rules)
        {
            var finding = await rule.FindAsync(answer, cancellationToken);
            if (finding.Holds)
            {
                kept.Add(rule.Rule);
                continue;
            }

            broken.Add((rule, finding));
            if (!InAnyOrder)
            {
                break;
            }
        }

        return broken switch
        {
            [] => null,
            [var (rule, finding)] => Broken(kept, rule, finding),
            _ when broken.FirstOrDefault(one => !one.Finding.IsUntried) is ({ } tried, { } found) => Broken(
                kept,
                tried,
                found
            ),
            _ => Left(kept, broken.Count),
        };
    }

    // To name the rules, or to hint at them, would find the faults for the learner.
    private ExerciseResult.Broken Left(IReadOnlyList<string> kept, int count) =>
        new(
            title,
            kept,
            rules.Count,
            "Every fault is mended.",
            ["Choose one that still fails, and compare its request, its response and the server's trace."]
        )
        {
            Seen = string.Create(
                CultureInfo.InvariantCulture,
                $"{count} are not mended yet; what you have changed so far is right"
            ),
        };

    private ExerciseResult.Broken Broken(List<string> kept, ExerciseRule<TAnswer> rule, RuleFinding finding) =>
        new(title, kept, rules.Count, rule.Rule, [finding.Hint ?? rule.Hint, .. rule.MoreHints])
        {
            Expected = finding.Expected,
            Seen = finding.Seen,
            LaterRulesAreUntried = !InAnyOrder && kept.Count + 1 < rules.Count,
        };
}
