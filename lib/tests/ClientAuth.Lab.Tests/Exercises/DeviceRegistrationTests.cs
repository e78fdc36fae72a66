using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 06, from both sides: the stub, the solution, and each mistake that it knows.</summary>
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

    [Theory]
    [InlineData("software_id=mobile-app-device-key")]
    [InlineData("[]")]
    [InlineData("""{"software_id":"a","software_id":"b"}""")]
    public Task What_is_no_JSON_object_is_named(string body) =>
        BreaksAsync("The body is one JSON object.", (_, _) => body);

    [Fact]
    public Task A_body_without_template_is_named() =>
        BreaksAsync(
            "software_id is the template that is given.",
            (_, key) => $$$"""{"jwks":{"keys":[{{{Public(key)}}}]}}"""
        );

    [Fact]
    public Task A_template_of_ones_own_is_named() =>
        BreaksAsync("software_id is the template that is given.", (_, key) => Solution("mobile-app-device-key", key));

    [Fact]
    public Task A_private_key_is_named() =>
        BreaksAsync(
            "The private half of the key stays on the device.",
            (template, key) =>
                Solution(template, key)
                    .Replace("\"kty\"", $"\"d\":\"{Private(key)}\",\"kty\"", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("KEY")]
    [InlineData("[KEY]")]
    [InlineData("""{"keys":KEY}""")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[KEY,KEY]}""")]
    [InlineData("\"keys\"")]
    public Task What_is_no_set_of_one_key_is_named(string jwks) =>
        BreaksAsync(
            "jwks is a set: an object whose member 'keys' is a list of one key.",
            (template, key) =>
                $$"""{"software_id":"{{template}}","jwks":{{jwks.Replace("KEY", Public(key), StringComparison.Ordinal)}}}"""
        );

    [Fact]
    public async Task A_key_of_ones_own_is_named()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        await BreaksAsync("The key in it is the key that is given.", (template, _) => Solution(template, other));
    }

    [Theory]
    [InlineData("\"token_endpoint_auth_method\":\"private_key_jwt\"")]
    [InlineData("\"scope\":\"read write\"")]
    [InlineData("\"client_id\":\"my-phone\"")]
    public Task What_the_template_or_the_server_says_is_named(string member) =>
        BreaksAsync(
            "The device says nothing that is the template's or the server's to say.",
            (template, key) =>
                Solution(template, key).Replace("\"jwks\"", $"{member},\"jwks\"", StringComparison.Ordinal)
        );

    [Fact]
    public Task A_member_of_another_type_is_refused_by_the_server() =>
        BreaksAsync(
            "The server registers the device, and gives it a token for its key.",
            (template, key) =>
                Solution(template, key).Replace("\"jwks\"", "\"client_name\":7,\"jwks\"", StringComparison.Ordinal)
        );

    private static string Solution(string template, ECDsa key) =>
        $$$"""{"software_id":"{{{template}}}","jwks":{"keys":[{{{Public(key)}}}]}}""";

    private static string Public(ECDsa key) =>
        JsonSerializer.Serialize(Jwk.FromPublicKey(key), ProtocolJson.Default.Jwk);

    private static string Private(ECDsa key) =>
        Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D);

    private static async Task BreaksAsync(string rule, Func<string, ECDsa, string> answer) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(answer)).Rule);

    private static Task<ExerciseResult> JudgeAsync(Func<string, ECDsa, string> answer) =>
        new LessonExercises().DeviceRegistration.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
