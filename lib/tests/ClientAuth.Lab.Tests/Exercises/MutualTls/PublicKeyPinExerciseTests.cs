using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.MutualTls;

/// <summary>The first exercise of lesson 04: the stub, and solutions.</summary>
public sealed class PublicKeyPinExerciseTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => ""));

    [Fact]
    public async Task Hash_of_the_subject_public_key_info_in_Base64_solves_it() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(one => Convert.ToBase64String(SHA256.HashData(one.PublicKey.ExportSubjectPublicKeyInfo())))
        );

    private static Task<ExerciseResult> JudgeAsync(Func<X509Certificate2, string> pin) =>
        new LessonExercises().PublicKeyPin.JudgeAsync(pin, TestContext.Current.CancellationToken);
}
