using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Assertions;

/// <summary>The first exercise of lesson 03, from both sides.</summary>
public sealed class AsymmetricSignatureExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(
                (input, key) => Base64Url.EncodeToString(key.SignData(Ascii(input), HashAlgorithmName.SHA256))
            )
        );

    [Fact]
    public async Task Hashing_first_and_signing_the_hash_is_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync((input, key) => Base64Url.EncodeToString(key.SignHash(SHA256.HashData(Ascii(input)))))
        );

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static Task<ExerciseResult> JudgeAsync(Func<string, ECDsa, string> answer) =>
        new LessonExercises().AsymmetricSignature.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
