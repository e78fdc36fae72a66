using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 03, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class AsymmetricSignatureTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task Hashing_first_and_signing_the_hash_is_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync((input, key) => Base64Url.EncodeToString(key.SignHash(SHA256.HashData(Ascii(input)))))
        );

    [Fact]
    public Task Standard_Base64_is_named() =>
        BreaksAsync(
            "The result is Base64url without padding.",
            (input, key) => Convert.ToBase64String(key.SignData(Ascii(input), HashAlgorithmName.SHA256))
        );

    [Fact]
    public Task Padding_is_named() =>
        BreaksAsync("The result is Base64url without padding.", (input, key) => Solution(input, key) + "==");

    [Fact]
    public Task The_whole_assertion_in_place_of_its_third_segment_is_named() =>
        BreaksAsync("The result is Base64url without padding.", (input, key) => $"{input}.{Solution(input, key)}");

    [Fact]
    public Task DER_is_named() =>
        BreaksAsync(
            "The signature has 64 bytes: r and s side by side.",
            (input, key) => Base64Url.EncodeToString(InDer(input, key))
        );

    [Fact]
    public Task A_signature_over_the_payload_alone_is_named() =>
        BreaksAsync(
            "The signature covers the header, too.",
            (input, key) => Solution(input[(input.IndexOf('.') + 1)..], key)
        );

    [Fact]
    public Task A_hash_of_the_hash_is_named() =>
        BreaksAsync(
            "The signing input is hashed once.",
            (input, key) =>
                Base64Url.EncodeToString(key.SignData(SHA256.HashData(Ascii(input)), HashAlgorithmName.SHA256))
        );

    [Fact]
    public Task SHA_384_is_named() =>
        BreaksAsync(
            "The hash is SHA-256.",
            (input, key) => Base64Url.EncodeToString(key.SignData(Ascii(input), HashAlgorithmName.SHA384))
        );

    [Fact]
    public async Task A_key_of_ones_own_is_named()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        await BreaksAsync("The public half of the given key verifies it.", (input, _) => Solution(input, other));
    }

    [Fact]
    public async Task A_signature_over_one_text_for_all_is_refused_by_the_server()
    {
        string? first = null;

        await BreaksAsync(
            "The server issues a token for an assertion that ends in it.",
            (input, key) => Solution(first ??= input, key)
        );
    }

    private static string Solution(string signingInput, ECDsa key) =>
        Base64Url.EncodeToString(key.SignData(Ascii(signingInput), HashAlgorithmName.SHA256));

    private static byte[] InDer(string signingInput, ECDsa key) =>
        key.SignData(Ascii(signingInput), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static async Task BreaksAsync(string rule, Func<string, ECDsa, string> answer) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(answer)).Rule);

    private static async Task<ExerciseResult> JudgeAsync(Func<string, ECDsa, string> answer)
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "any" });
        return await lab.Exercises.AsymmetricSignature.JudgeAsync(answer, TestContext.Current.CancellationToken);
    }
}
