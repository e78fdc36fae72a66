using System.Text.RegularExpressions;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.ClientFiles;

/// <summary>The second exercise of lesson 16, the stub, the solution, and what a broken rule shows; WrongAnswerTests has the mistakes.</summary>
public sealed class ArrivedValueExerciseTests
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
    public async Task The_value_that_it_fails_for_stands_with_the_rule()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(value => value!.Length > 0));

        Assert.Equal("False", broken.Expected);
        Assert.Equal("NullReferenceException for null", broken.Seen);
    }

    private static bool Solution(string? value)
    {
        var text = (value ?? "").Trim();
        return text.Any(one => one != '*')
            && !Words.Contains(text.ToLowerInvariant())
            && !Regex.IsMatch(text, AnyPlaceholder);
    }

    private static Task<ExerciseResult> JudgeAsync(Func<string?, bool> guard) =>
        new LessonExercises().ArrivedValue.JudgeAsync(guard, TestContext.Current.CancellationToken);
}
