using ClientAuth.Lab.Exercises;
using ClientAuth.MockServer.Options;
using static ClientAuth.MockServer.Options.Defence;

namespace ClientAuth.Lab.Tests.Exercises.Attacks;

/// <summary>The first exercise of lesson 11, the stub, the solution, and what a broken rule shows; WrongAnswerTests has the mistakes.</summary>
public sealed class FateOfForgeriesExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task What_a_real_server_says_stands_beside_what_was_foretold()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync((off, request) => Solution(off.Length <= 2 ? off : [.. off.Take(1)], request))
        );

        const string Off = "AlgorithmOfRegistration, KeysOfRegistration, CriticalHeaders, SingleUse";
        Assert.Equal($"Fate([{Off}], \"jwk\") is \"token\"", broken.Expected);
        Assert.Equal($"Fate([{Off}], \"jwk\") is \"assertion.signature\"", broken.Seen);
    }

    private static string Solution(Defence[] off, string request)
    {
        var anyAlgorithm = off.Contains(AlgorithmOfRegistration);
        return request switch
        {
            "jwk" => off.Contains(KeysOfRegistration) ? "token" : "assertion.signature",
            "replay" => off.Contains(SingleUse) ? "token" : "assertion.jti_unused",
            _ when !anyAlgorithm => "assertion.alg",
            "rs256-jwk" => off.Contains(KeysOfRegistration) ? "token" : "assertion.key",
            "none-crit" => off.Contains(CriticalHeaders) ? "token" : "assertion.crit",
            _ => "token",
        };
    }

    private static Task<ExerciseResult> JudgeAsync(Func<Defence[], string, string> answer) =>
        new LessonExercises().FateOfForgeries.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
