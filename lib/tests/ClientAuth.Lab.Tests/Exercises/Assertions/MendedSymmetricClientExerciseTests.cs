using System.Buffers.Text;
using System.Text;
using ClientAuth.Lab.Exercises;
using ClientAuth.Visuals;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.Lab.Tests.Exercises.Assertions;

/// <summary>The second exercise of lesson 02, from both sides.</summary>
public sealed class MendedSymmetricClientExerciseTests
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(Stub));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task No_JWT_at_all_is_told_the_first_rule() =>
        Assert.Equal(
            "It is of the type and algorithm that the server expects.",
            Assert.IsType<ExerciseResult.Broken>(await JudgeAsync((_, _, _, _) => "a.b")).Rule
        );

    [Fact]
    public async Task The_lesson_shows_the_first_refusal_and_after_the_mend_none()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "check     assertion.typ",
            Assert.IsType<RefusalView>(await lab.SendMendedAsync(Stub)).ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A token for the colleague's client\n",
            (await lab.SendMendedAsync(Solution)).ToString(),
            StringComparison.Ordinal
        );
    }

    private static string Stub(string id, string secret, string issuer, DateTimeOffset now) =>
        Handler.CreateToken(
            new SecurityTokenDescriptor
            {
                TokenType = "at+jwt",
                Issuer = id,
                Audience = issuer,
                Claims = new Dictionary<string, object> { ["sub"] = id },
                IssuedAt = now.UtcDateTime,
                Expires = now.AddHours(1).UtcDateTime,
                SigningCredentials = new(
                    new SymmetricSecurityKey(Base64Url.DecodeFromChars(secret)),
                    SecurityAlgorithms.HmacSha256
                ),
            }
        );

    private static string Solution(string id, string secret, string issuer, DateTimeOffset now) =>
        Handler.CreateToken(
            new SecurityTokenDescriptor
            {
                TokenType = "client-authentication+jwt",
                Issuer = id,
                Audience = issuer,
                Claims = new Dictionary<string, object> { ["sub"] = id, ["jti"] = $"{Guid.NewGuid()}" },
                IssuedAt = now.UtcDateTime,
                Expires = now.AddMinutes(1).UtcDateTime,
                SigningCredentials = new(
                    new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)),
                    SecurityAlgorithms.HmacSha256
                ),
            }
        );

    private static Task<ExerciseResult> JudgeAsync(Func<string, string, string, DateTimeOffset, string> answer) =>
        new LessonExercises().MendedSymmetricClient.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
