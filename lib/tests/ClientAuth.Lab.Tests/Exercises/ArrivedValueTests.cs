using System.Text.RegularExpressions;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The second exercise of lesson 16, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class ArrivedValueTests
{
    private const string AnyPlaceholder = @"^(\$\{.*\}|\$\(.*\)|%.*%|\{\{.*\}\}|<.*>)$";

    private static readonly string[] Words = ["null", "none", "undefined", "changeme"];

    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => true));

    [Fact]
    public async Task Judging_the_whole_text_and_its_ends_solves_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task Refusing_everything_is_named() => BreaksAsync("A secret that arrived passes.", _ => false);

    [Fact]
    public Task Throwing_for_null_is_named() =>
        BreaksAsync("A variable that is not set is noticed.", value => value!.Trim().Length > 0);

    [Fact]
    public Task Passing_white_space_is_named() =>
        BreaksAsync(
            "A variable that is set to nothing is noticed, and one of white space.",
            value => !string.IsNullOrEmpty(value)
        );

    [Fact]
    public Task Passing_placeholders_is_named() =>
        BreaksAsync(
            "A placeholder that nobody filled in is noticed: ${NAME}.",
            value => !string.IsNullOrWhiteSpace(value)
        );

    [Fact]
    public Task Knowing_one_kind_of_placeholder_is_named() =>
        BreaksAsync(
            "The placeholders of other tools are noticed: $(NAME), %NAME%, {{ name }}, <name>.",
            value => HasText(value) && !value!.StartsWith("${", StringComparison.Ordinal)
        );

    [Fact]
    public Task Passing_words_for_nothing_is_named() =>
        BreaksAsync(
            "Words for nothing are noticed: null, None, undefined, changeme.",
            value => HasText(value) && !Regex.IsMatch(value!, AnyPlaceholder)
        );

    [Fact]
    public Task Knowing_a_mask_of_one_length_is_named() =>
        BreaksAsync(
            "The mask of an export is noticed: asterisks, however many.",
            value =>
                HasText(value)
                && value != "**********"
                && !Words.Contains(value!.Trim().ToLowerInvariant())
                && !Regex.IsMatch(value, AnyPlaceholder)
        );

    [Fact]
    public Task Knowing_the_placeholders_of_the_examples_only_is_named() =>
        BreaksAsync(
            "Placeholders with random names are noticed, also with a line break behind them.",
            value =>
                Solution(value) && !value!.Contains("CLIENT_SECRET", StringComparison.Ordinal)
                || Regex.IsMatch(value ?? "", "^<[A-Za-z]{12}>$")
        );

    [Fact]
    public Task Refusing_characters_anywhere_is_named() =>
        BreaksAsync(
            "A secret passes that only holds such characters or words somewhere.",
            value => Solution(value) && !value!.Contains('$', StringComparison.Ordinal)
        );

    private static bool Solution(string? value)
    {
        var text = (value ?? "").Trim();
        return text.Any(one => one != '*')
            && !Words.Contains(text.ToLowerInvariant())
            && !Regex.IsMatch(text, AnyPlaceholder);
    }

    private static bool HasText(string? value) => !string.IsNullOrWhiteSpace(value);

    private static async Task BreaksAsync(string rule, Func<string?, bool> wrong) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(wrong)).Rule);

    private static Task<ExerciseResult> JudgeAsync(Func<string?, bool> guard) =>
        new LessonExercises().ArrivedValue.JudgeAsync(guard, TestContext.Current.CancellationToken);
}
