using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Tests.Catalogue;
using ClientAuth.Lab.Choosing;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Choosing;

/// <summary>A model that is wrong is refused with the place and the reason; one that is read decides everything.</summary>
public sealed class DecisionModelFileTests
{
    private static readonly string Text = File.ReadAllText(Checkout.PathOf("data", "choosing.json"));

    // What the reader says -> what was done to a good model.
    private static readonly IReadOnlyDictionary<string, Action<JsonNode>> Changes = new Dictionary<
        string,
        Action<JsonNode>
    >
    {
        ["rule 'attestation-proves-the-app': methods has 'oracle'; use attestation, signed-jwt-"] = model =>
            model["recommends"]![0]!["methods"]![0] = "oracle",
        ["rule 'attestation-proves-the-app': methods is empty"] = model =>
            model["recommends"]![0]!["methods"] = new JsonArray(),
        ["rule 'attestation-proves-the-app': sentences has 'gossip'; use attestation-proves, "] = model =>
            model["recommends"]![0]!["sentences"]![0] = "gossip",
        ["rule 'attestation-proves-the-app': when.platform has 'toaster'; use attests, mixed"] = model =>
            model["recommends"]![0]!["when"]!["platform"]![0] = "toaster",
        ["rule 'attestation-proves-the-app': when has 'weather'; use environment, platform"] = model =>
            model["recommends"]![0]!["when"]!["weather"] = new JsonArray("fair"),
        ["the input 'platform' is there twice"] = model => model["inputs"]![0]!["id"] = "platform",
        ["the input 'environment' needs two values at least"] = model =>
            model["inputs"]![0]!["values"] = new JsonArray(),
        ["the value 'pki' is there twice"] = model => model["inputs"]![0]!["values"]![0]!["id"] = "pki",
        ["the method 'secret' is there twice"] = model => model["methods"]![0]!["id"] = "secret",
        ["the sentence 'not-none' is there twice"] = model => model["sentences"]![0]!["id"] = "not-none",
        ["the rule 'production-fallback' is there twice"] = model =>
            model["recommends"]![0]!["id"] = "production-fallback",
        ["no rule rests on the sentence 'gossip'"] = model =>
            model["sentences"]!
                .AsArray()
                .Add(JsonNode.Parse("""{"id": "gossip", "source": "a", "place": "b", "text": "c"}""")),
        ["recommends has no rule for: production, attests, no-pki, "] = model =>
            Keep(model["recommends"]!, "attestation-proves-the-app"),
        ["nothing says why not 'secret' where: controlled, "] = model =>
            Keep(
                model["speaks_against"]!,
                "the-server-could-have-signed",
                "not-needed-where-attestation-works",
                "a-key-to-register-for-each-install",
                "a-second-set-of-keys",
                "certificates-for-every-test-device"
            ),
        ["the rule 'idle' says something in no situation"] = model =>
            model["recommends"]!
                .AsArray()
                .Add(
                    JsonNode.Parse(
                        """{"id": "idle", "methods": ["secret"], "when": {"environment": ["production"]}, "because": "a", "sentences": ["not-none"]}"""
                    )
                ),
        ["a list holds null; leave it out"] = model => model["inputs"]!.AsArray().Add(null),
    };

    public static TheoryData<string> Problems => [.. Changes.Keys];

    [Fact]
    public void The_model_fits_the_schema_that_editors_read() =>
        Assert.Empty(
            new JsonSchemaCheck(
                JsonElement.Parse(File.ReadAllBytes(Checkout.PathOf("data", "choosing.schema.json")))
            ).Problems(JsonElement.Parse(Text))
        );

    [Fact]
    public void Methods_are_registered_by_names_of_the_protocol_each_once() =>
        Assert.Equal(
            TokenEndpointAuthMethods
                .All.Where(method => !method.StartsWith("attest_", StringComparison.Ordinal))
                .Order(),
            DecisionModel.Load().Methods.SelectMany(method => method.RegisteredAs).Order()
        );

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Equal(
            "The decision model 'nowhere.json' does not exist.",
            Assert.Throws<FileNotFoundException>(() => DecisionModelFile.Read("nowhere.json")).Message
        );

    [Theory]
    [InlineData("null", "m.json: holds null; write an object with inputs and rules.")]
    [InlineData("{\n\"inputs\": 1}", "m.json: line 2, at $.inputs: it must be ")]
    [InlineData("{\n\"rule\": []}", "m.json: line 2, at $.rule: 'rule' is no member here; there is ")]
    public void Text_of_another_shape_is_refused_by_line(string text, string message) =>
        Assert.StartsWith(message, Refused(text), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_model_that_does_not_decide_or_names_what_is_not_there_is_refused(string problem)
    {
        var model = JsonNode.Parse(Text)!;
        Changes[problem](model);

        Assert.StartsWith($"m.json: {problem}", Refused(model.ToJsonString()), StringComparison.Ordinal);
    }

    private static string Refused(string text) =>
        Assert
            .Throws<InvalidDataException>(() => DecisionModelFile.Parse(Encoding.UTF8.GetBytes(text), "m.json"))
            .Message;

    private static void Keep(JsonNode rules, params IReadOnlyList<string> ids) =>
        rules.AsArray().RemoveAll(rule => !ids.Contains((string)rule!["id"]!));
}
