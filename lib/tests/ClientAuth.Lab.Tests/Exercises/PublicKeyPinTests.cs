using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 04, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class PublicKeyPinTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => ""));

    [Fact]
    public async Task Hash_of_the_subject_public_key_info_in_Base64_solves_it() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(one => Convert.ToBase64String(SHA256.HashData(Info(one))))
        );

    [Fact]
    public async Task Hexadecimal_is_no_Base64() =>
        await AssertBreaksAsync(one => Convert.ToHexString(SHA256.HashData(Info(one))), "The pin is standard Base64.");

    [Fact]
    public async Task A_pin_in_the_form_of_OkHttp_is_told_so() =>
        await AssertBreaksAsync(
            one => "sha256/" + Convert.ToBase64String(SHA256.HashData(Info(one))),
            "The pin is the hash alone, without the name of its algorithm."
        );

    [Fact]
    public async Task Base64url_is_no_standard_Base64() =>
        await AssertBreaksAsync(
            one => Base64Url.EncodeToString(SHA256.HashData(Info(one))),
            "The pin is standard Base64."
        );

    [Fact]
    [SuppressMessage(
        "Security",
        "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The mistake itself."
    )]
    public async Task SHA_1_is_too_short() =>
        await AssertBreaksAsync(
            one => Convert.ToBase64String(SHA1.HashData(Info(one))),
            "Decoded, it is 32 bytes: a SHA-256."
        );

    [Fact]
    public async Task Key_without_a_hash_is_too_long() =>
        await AssertBreaksAsync(one => Convert.ToBase64String(Info(one)), "Decoded, it is 32 bytes: a SHA-256.");

    [Fact]
    public async Task Hash_of_the_whole_certificate_changes_with_a_renewal() =>
        await AssertBreaksAsync(
            one => Convert.ToBase64String(SHA256.HashData(one.RawData)),
            "A certificate that is renewed with the same key keeps its pin."
        );

    [Fact]
    public async Task Hash_of_the_bits_alone_leaves_the_algorithm_out() =>
        await AssertBreaksAsync(
            one => Convert.ToBase64String(SHA256.HashData(one.GetPublicKey())),
            "The hash covers what kind of key it is, not the bits of the key alone."
        );

    [Fact]
    public async Task Hash_that_does_not_depend_on_the_certificate_opens_no_door() =>
        await AssertBreaksAsync(
            _ => Convert.ToBase64String(SHA256.HashData([])),
            "With the pin, a client reaches the server and turns away one with another key."
        );

    private static byte[] Info(X509Certificate2 certificate) => certificate.PublicKey.ExportSubjectPublicKeyInfo();

    private static async Task AssertBreaksAsync(Func<X509Certificate2, string> wrong, string rule)
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(wrong));
        Assert.Equal(rule, broken.Rule);
    }

    private static Task<ExerciseResult> JudgeAsync(Func<X509Certificate2, string> pin) =>
        new LessonExercises().PublicKeyPin.JudgeAsync(pin, TestContext.Current.CancellationToken);
}
