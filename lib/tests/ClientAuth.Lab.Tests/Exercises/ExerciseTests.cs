using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>How every exercise judges an answer, and what a learner is shown of that.</summary>
public sealed class ExerciseTests
{
    private static Exercise<Func<int>> BigEvenNumber =>
        new(
            new ExerciseContext(nameof(BigEvenNumber)),
            "A big even number",
            isUntouched: answer => answer() == 0,
            [
                new("It is positive.", "No number below zero is.", answer => answer() > 0),
                new(
                    "It is even.",
                    "Divide it by two.",
                    answer =>
                        answer() % 2 == 0
                            ? RuleFinding.Kept
                            : RuleFinding.Broken("an even number", $"{answer()}", answer() == 5 ? "Five is odd." : null)
                )
                {
                    MoreHints = ["What is left over?"],
                },
                new("It is big.", "It has two digits.", answer => answer() > 9),
            ],
            "that you can count"
        );

    [Fact]
    public async Task The_first_broken_rule_stands_under_those_that_hold_and_above_its_hints() =>
        Assert.Equal(
            string.Join(
                '\n',
                "✗ A big even number: not right yet, 1 of 3 rules hold so far",
                "✓ It is positive.",
                "✗ It is even.",
                "    expected: an even number",
                "    seen: 3",
                "Hint 1 of 2: Divide it by two.",
                "Hint 2 of 2: What is left over?"
            ),
            await ShownAsync(() => 3)
        );

    [Fact]
    public async Task A_hint_for_this_very_answer_takes_the_place_of_the_rules_own() =>
        Assert.EndsWith(
            "\nHint 1 of 2: Five is odd.\nHint 2 of 2: What is left over?",
            await ShownAsync(() => 5),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_right_answer_is_shown_with_every_rule_and_what_it_shows() =>
        Assert.Equal(
            string.Join(
                '\n',
                "✓ A big even number: solved",
                "✓ It is positive.",
                "✓ It is even.",
                "✓ It is big.",
                "You showed: that you can count"
            ),
            await ShownAsync(() => 12)
        );

    [Fact]
    public async Task What_an_editor_writes_into_a_new_method_is_the_stub_as_well() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(() => throw new NotImplementedException()));

    [Fact]
    public async Task An_exception_is_a_hint_on_one_line_and_keeps_no_rule()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(() => throw new InvalidOperationException("no\nnumber"))
        );

        Assert.Empty(broken.RulesKept);
        Assert.Equal(["The code threw InvalidOperationException: no number"], broken.Hints);
    }

    [Fact]
    public Task A_check_that_is_interrupted_says_nothing_of_the_answer() =>
        Assert.ThrowsAsync<OperationCanceledException>(() => JudgeAsync(() => throw new OperationCanceledException()));

    private static async Task<string> ShownAsync(Func<int> answer) =>
        (await BigEvenNumber.CheckAsync(answer, TestContext.Current.CancellationToken)).ToString();

    private static Task<ExerciseResult> JudgeAsync(Func<int> answer) =>
        BigEvenNumber.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
