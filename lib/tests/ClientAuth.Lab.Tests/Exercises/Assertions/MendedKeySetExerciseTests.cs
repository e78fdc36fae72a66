using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Exercises.Assertions;

/// <summary>The second exercise of lesson 03, from both sides.</summary>
public sealed class MendedKeySetExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(Stub));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task The_set_of_the_library_is_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(key =>
                JsonSerializer.Serialize(new JwkSet { Keys = [Jwk.FromPublicKey(key)] }, ProtocolJson.Default.JwkSet)
            )
        );

    [Fact]
    public async Task The_lesson_shows_why_the_set_is_refused_then_the_request_and_after_the_mend_nothing()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "The JWK has the private member 'd'",
            Assert.IsType<FactsView>(await lab.SendMendedAsync(Stub)).ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "seen      a key that is no valid EC key, kid 'our-key'\n",
            Assert
                .IsType<FactsView>(
                    await lab.SendMendedAsync(_ =>
                        """{"keys":[{"kty":"EC","crv":"P-256","kid":"our-key","x":"AA","y":"AA"}]}"""
                    )
                )
                .ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "check     assertion.key",
            Assert
                .IsType<RefusalView>(
                    await lab.SendMendedAsync(key =>
                        Solution(key).Replace("\"kid\":\"", "\"kid\":\"our-", StringComparison.Ordinal)
                    )
                )
                .ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A token for the colleague's app\n",
            (await lab.SendMendedAsync(Solution)).ToString(),
            StringComparison.Ordinal
        );
    }

    private static string Stub(ECDsa key)
    {
        var its = key.ExportParameters(includePrivateParameters: true);
        var jwk = new
        {
            kty = "EC",
            crv = "P-256",
            kid = "our-key",
            x = Text(its.Q.Y!),
            y = Text(its.Q.X!),
            d = Text(its.D!),
        };
        return JsonSerializer.Serialize(new { keys = new[] { jwk } });

        static string Text(byte[] number) => Base64Url.EncodeToString([.. number.SkipWhile(octet => octet == 0)]);
    }

    private static string Solution(ECDsa key)
    {
        var its = key.ExportParameters(includePrivateParameters: false);
        var (x, y) = (Base64Url.EncodeToString(its.Q.X), Base64Url.EncodeToString(its.Q.Y));
        var four = $$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""";
        var kid = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(four)));
        var jwk = new
        {
            kty = "EC",
            crv = "P-256",
            kid,
            x,
            y,
        };
        return JsonSerializer.Serialize(new { keys = new[] { jwk } });
    }

    private static Task<ExerciseResult> JudgeAsync(Func<ECDsa, string> answer) =>
        new LessonExercises().MendedKeySet.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
