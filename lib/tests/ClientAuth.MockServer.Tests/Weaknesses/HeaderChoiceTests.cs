using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Weaknesses;

/// <summary>A server that lets the header choose is careless, but it does not fail at what it can make nothing of.</summary>
public sealed class HeaderChoiceTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("ES256")]
    [InlineData("RS256")]
    public async Task A_secret_stays_the_key_of_a_MAC(string alg)
    {
        await using var lab = await StartWithoutAsync(Defence.AlgorithmOfRegistration);
        var assertion = lab.Assertion(TestClients.Mac).Finish(alg, _ => [1]);

        var answer = await lab.SendAsync(TestCall.Asserting(assertion));

        answer.AssertInvalidClient(Rules.Alg.Name);
    }

    [Theory]
    [InlineData("jwk", "null")]
    [InlineData("jwk", """{"kty":"oct"}""")]
    [InlineData("jwk", """{"kty":"EC","crv":"P-256"}""")]
    [InlineData("x5c", "[]")]
    [InlineData("x5c", "[1]")]
    public async Task Beside_what_is_no_key_the_registered_one_decides(string header, string json)
    {
        await using var lab = await StartWithoutAsync(Defence.KeysOfRegistration);
        var assertion = lab.Assertion(TestClients.Signer);
        assertion.Header[header] = JsonNode.Parse(json);

        var answer = await lab.SendAsync(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));

        answer.AssertIssued();
    }

    private static Task<TestLab> StartWithoutAsync(Defence defence) =>
        TestLab.StartAsync((_, options) => options with { SwitchedOff = [defence] });
}
