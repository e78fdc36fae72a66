using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The first exercise of lesson 06: the stub, and solutions.</summary>
public sealed class DeviceRegistrationTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task A_name_for_the_device_and_a_use_for_its_key_are_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(
                (template, key) =>
                    Solution(template, key)
                        .Replace("\"jwks\"", "\"client_name\":\"my phone\",\"jwks\"", StringComparison.Ordinal)
                        .Replace("\"kty\"", "\"use\":\"sig\",\"kty\"", StringComparison.Ordinal)
            )
        );

    private static string Solution(string template, ECDsa key) =>
        $$$"""{"software_id":"{{{template}}}","jwks":{"keys":[{{{Public(key)}}}]}}""";

    private static string Public(ECDsa key) =>
        JsonSerializer.Serialize(Jwk.FromPublicKey(key), ProtocolJson.Default.Jwk);

    private static Task<ExerciseResult> JudgeAsync(Func<string, ECDsa, string> answer) =>
        new LessonExercises().DeviceRegistration.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
