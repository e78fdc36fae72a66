using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Assertions;

/// <summary>The first exercise of lesson 02, from both sides.</summary>
public sealed class SymmetricSignatureExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(
                (input, key) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(input)))
            )
        );

    [Fact]
    public async Task Code_that_throws_is_a_hint_and_no_crash() =>
        Assert.Equal(
            "The code runs without an exception, and its answer is not null.",
            Assert
                .IsType<ExerciseResult.Broken>(
                    await JudgeAsync((_, _) => throw new NotSupportedException("no signature today"))
                )
                .Rule
        );

    private static Task<ExerciseResult> JudgeAsync(Func<string, byte[], string> answer) =>
        new LessonExercises().SymmetricSignature.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
