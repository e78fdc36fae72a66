using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The first exercise of lesson 16, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class KeySettingTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => ""));

    [Fact]
    public async Task Unwrapping_from_the_outside_solves_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task Changing_a_key_in_order_is_named() =>
        BreaksAsync(
            "A key that was in order still loads, and is the same key.",
            setting => setting.Replace("-----", "")
        );

    [Fact]
    public Task Leaving_everything_as_it_is_is_named() =>
        BreaksAsync("A key loads whose line breaks arrived as a backslash and an n.", setting => setting);

    [Fact]
    public Task Replacing_one_pair_only_is_named() =>
        BreaksAsync(
            "A key loads that a Windows tool escaped: backslash, r, backslash, n.",
            setting => setting.Replace("\\n", "\n")
        );

    [Fact]
    public Task Unescaping_once_is_named() =>
        BreaksAsync("A key loads that was escaped twice.", setting => setting.Replace("\\r", "").Replace("\\n", "\n"));

    [Fact]
    public Task Keeping_quotes_is_named() => BreaksAsync("A key loads that arrived with its quotes.", Unescaped);

    [Fact]
    public Task Knowing_one_kind_of_quotes_is_named() =>
        BreaksAsync("A key loads that arrived with its quotes.", setting => Unescaped(setting).Trim('"'));

    [Fact]
    public Task Not_decoding_Base64_is_named() =>
        BreaksAsync(
            "A key loads that arrived as Base64 of the whole PEM.",
            setting => Unescaped(setting).Trim().Trim('"', '\'')
        );

    [Fact]
    public Task Decoding_after_unescaping_is_named() =>
        BreaksAsync(
            "Keys load in all of these forms, and in every mixture of them.",
            setting =>
            {
                var text = Unescaped(setting).Trim().Trim('"', '\'');
                return text.StartsWith("-----", StringComparison.Ordinal) ? text : Decoded(text);
            }
        );

    private static string Solution(string setting)
    {
        var text = setting.Trim().Trim('"', '\'');
        return Unescaped(text.StartsWith("-----", StringComparison.Ordinal) ? text : Decoded(text));
    }

    private static string Unescaped(string text) => Regex.Replace(text, @"\\+[rn]", "\n");

    private static string Decoded(string text) => Encoding.ASCII.GetString(Convert.FromBase64String(text));

    private static async Task BreaksAsync(string rule, Func<string, string> wrong) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(wrong)).Rule);

    private static Task<ExerciseResult> JudgeAsync(Func<string, string> mend) =>
        new LessonExercises().KeySetting.JudgeAsync(mend, TestContext.Current.CancellationToken);
}
