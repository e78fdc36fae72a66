using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Exercises.Registration;

/// <summary>The first exercise of lesson 06: the stub, and solutions.</summary>
public sealed class DeviceRegistrationExerciseTests
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

    [Fact]
    public async Task Members_named_as_in_CSharp_are_shown_with_the_names_that_JSON_wants()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(
                (template, key) =>
                    JsonSerializer.Serialize(
                        new { software_id = template, jwks = new { keys = new[] { Jwk.FromPublicKey(key) } } }
                    )
            )
        );

        Assert.Equal("kty, crv, x, y", broken.Expected);
        Assert.Equal("Kty, Use, KeyOps, Alg, Kid, Crv, X, Y, N, E, X5c", broken.Seen);
        Assert.StartsWith("JSON names are case-sensitive: `Kty` is not `kty`.", broken.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_is_shown_by_the_members_that_differ()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync((template, _) => Solution(template, own)));

        Assert.Equal("other values: x, y", broken.Seen);
    }

    private static string Solution(string template, ECDsa key) =>
        $$$"""{"software_id":"{{{template}}}","jwks":{"keys":[{{{Public(key)}}}]}}""";

    private static string Public(ECDsa key) =>
        JsonSerializer.Serialize(Jwk.FromPublicKey(key), ProtocolJson.Default.Jwk);

    private static Task<ExerciseResult> JudgeAsync(Func<string, ECDsa, string> answer) =>
        new LessonExercises().DeviceRegistration.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
