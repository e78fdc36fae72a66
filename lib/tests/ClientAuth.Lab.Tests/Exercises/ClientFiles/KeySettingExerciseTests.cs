using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.ClientFiles;

/// <summary>The first exercise of lesson 16, the stub, the solution, and what a broken rule shows; WrongAnswerTests has the mistakes.</summary>
public sealed class KeySettingExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => ""));

    [Fact]
    public async Task Unwrapping_from_the_outside_solves_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task Both_ends_of_what_arrived_and_of_what_came_of_it_stand_with_the_rule()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(setting => setting));

        Assert.StartsWith(@"the key in -----BEGIN PRIVATE KEY-----\n", broken.Expected, StringComparison.Ordinal);
        Assert.EndsWith(@"\n-----END PRIVATE KEY-----", broken.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_MyPem_throws_is_named() =>
        Assert.Equal(
            "The code threw InvalidOperationException: no key",
            Assert
                .IsType<ExerciseResult.Broken>(await JudgeAsync(_ => throw new InvalidOperationException("no key")))
                .Hint
        );

    private static string Solution(string setting)
    {
        var text = setting.Trim().Trim('"', '\'');
        return Unescaped(text.StartsWith("-----", StringComparison.Ordinal) ? text : Decoded(text));
    }

    private static string Unescaped(string text) => Regex.Replace(text, @"\\+[rn]", "\n");

    private static string Decoded(string text) => Encoding.ASCII.GetString(Convert.FromBase64String(text));

    private static Task<ExerciseResult> JudgeAsync(Func<string, string> mend) =>
        new LessonExercises().KeySetting.JudgeAsync(mend, TestContext.Current.CancellationToken);
}
