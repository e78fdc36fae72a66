using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Dpop;

/// <summary>The first exercise of lesson 05: the stub, and solutions.</summary>
public sealed class DpopClaimsExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _, _) => []));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution(address => address.Split('?', '#')[0])));

    [Fact]
    public async Task Reading_the_address_as_a_Uri_is_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(Solution(address => new Uri(address).GetLeftPart(UriPartial.Path)))
        );

    private static Func<string, string, string, Dictionary<string, string>> Solution(Func<string, string> htu) =>
        (method, address, token) =>
        {
            var claims = new Dictionary<string, string> { ["htm"] = method, ["htu"] = htu(address) };
            if (token != "")
            {
                claims["ath"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
            }

            return claims;
        };

    private static Task<ExerciseResult> JudgeAsync(Func<string, string, string, Dictionary<string, string>> answer) =>
        new LessonExercises().DpopClaims.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
