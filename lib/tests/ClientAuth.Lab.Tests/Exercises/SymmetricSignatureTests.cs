using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 02, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class SymmetricSignatureTests
{
    public static TheoryData<string, Func<string, byte[], string>, string> WrongAnswers =>
        new()
        {
            {
                "standard Base64",
                (input, key) => Convert.ToBase64String(HMACSHA256.HashData(key, Ascii(input))),
                "The signature is Base64url: no '+', no '/', no padding."
            },
            {
                "standard Base64 without its padding",
                (input, key) => Convert.ToBase64String(HMACSHA256.HashData(key, Ascii(input))).TrimEnd('='),
                "The signature is Base64url: no '+', no '/', no padding."
            },
            {
                "hexadecimal",
                (input, key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Ascii(input))),
                "The signature is 32 bytes in 43 characters, as long as the hash."
            },
            {
                "SHA-512 in place of SHA-256",
                (input, key) => Base64Url.EncodeToString(HMACSHA512.HashData(key, Ascii(input))),
                "The signature is 32 bytes in 43 characters, as long as the hash."
            },
            {
                "a hash without the key",
                (input, _) => Base64Url.EncodeToString(SHA256.HashData(Ascii(input))),
                "Another key gives another signature."
            },
            {
                "payload only",
                (input, key) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Ascii(input.Split('.')[1]))),
                "The signature covers the header as well as the payload."
            },
            {
                "header only",
                (input, key) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Ascii(input.Split('.')[0]))),
                "The signature covers the header as well as the payload."
            },
            {
                "a hash over key and text",
                (input, key) => Base64Url.EncodeToString(SHA256.HashData([.. key, .. Ascii(input)])),
                "The key enters by HMAC; it is not joined to the text and hashed with it."
            },
            {
                "a hash over text and key",
                (input, key) => Base64Url.EncodeToString(SHA256.HashData([.. Ascii(input), .. key])),
                "The key enters by HMAC; it is not joined to the text and hashed with it."
            },
            {
                "UTF-16 in place of ASCII",
                (input, key) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.Unicode.GetBytes(input))),
                "The signature is that of RFC 7515, Appendix A.1."
            },
            {
                "key and text exchanged",
                (input, key) => Base64Url.EncodeToString(HMACSHA256.HashData(Ascii(input), key)),
                "The signature is that of RFC 7515, Appendix A.1."
            },
            {
                "right for the example only",
                (input, key) =>
                    HMACSHA256.HashData(key, Ascii(input)) is [0x74, 0x18, ..] mac
                        ? Base64Url.EncodeToString(mac)
                        : Base64Url.EncodeToString(SHA256.HashData(Ascii(input))),
                "The server issues a token for an assertion that it completes."
            },
            {
                "code that throws",
                (_, _) => throw new NotSupportedException("no signature today"),
                "The code runs without an exception, and its answer is not null."
            },
        };

    [Fact]
    public async Task The_stub_is_not_done_yet()
    {
        var result = await JudgeAsync((_, _) => "");

        Assert.IsType<ExerciseResult.NotDoneYet>(result);
    }

    [Fact]
    public async Task The_solution_is_solved()
    {
        var result = await JudgeAsync((input, key) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Ascii(input))));

        Assert.IsType<ExerciseResult.Solved>(result);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(WrongAnswers))]
    public async Task A_wrong_answer_breaks_its_rule(string mistake, Func<string, byte[], string> answer, string rule)
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(answer));

        Assert.True(rule == broken.Rule, $"{mistake} broke '{broken.Rule}', not '{rule}'.");
    }

    private static async Task<ExerciseResult> JudgeAsync(Func<string, byte[], string> answer)
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "any" });
        return await lab.Exercises.SymmetricSignature.JudgeAsync(answer, TestContext.Current.CancellationToken);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
