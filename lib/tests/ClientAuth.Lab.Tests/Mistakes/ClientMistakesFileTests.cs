using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Tests.Catalogue;
using ClientAuth.Lab.Mistakes;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Mistakes;

/// <summary>A file of mistakes that is wrong is refused with the place and the reason.</summary>
public sealed class ClientMistakesFileTests
{
    private static readonly string Text = File.ReadAllText(Checkout.PathOf("data", "client-mistakes.json"));

    private static readonly JsonElement Schema = JsonElement.Parse(
        File.ReadAllBytes(Checkout.PathOf("data", "client-mistakes.schema.json"))
    );

    // What the reader says -> what was done to a good file.
    private static readonly IReadOnlyDictionary<string, Action<JsonArray>> Changes = new Dictionary<
        string,
        Action<JsonArray>
    >
    {
        ["mistakes is empty"] = mistakes => mistakes.Clear(),
        ["a list holds null; leave it out"] = mistakes => mistakes[0]!["cases"]!.AsArray().Add(null),
        ["entry 1 has id 'M02' and rank 2; in this place stands 'M01' with rank 1"] = mistakes => mistakes.RemoveAt(0),
        ["entry 1 has id 'M01' and rank null; in this place stands 'M01' with rank 1"] = mistakes =>
            mistakes[0]!["rank"] = null,
        ["mistake M01: symptoms is empty"] = mistakes => mistakes[0]!["symptoms"] = new JsonArray(),
        ["mistake M01: a text is empty"] = mistakes => mistakes[0]!["symptoms"]![0]!["text"] = " ",
        ["mistake M01: methods is empty"] = mistakes => mistakes[0]!["methods"] = new JsonArray(),
        ["mistake M01: methods has 'jwt'; use any, attestation, dpop, registration, "] = mistakes =>
            mistakes[0]!["methods"]![0] = "jwt",
        ["mistake M01: lesson_cell is '02window'; write the lesson's number, # and the cell's id, as in 02#window"] =
            mistakes => mistakes[0]!["lesson_cell"] = "02window",
        ["mistake M01: name a case or a lesson_cell, or say why there is none in none_because, and not both"] =
            mistakes => mistakes[0]!["none_because"] = "It is shown nowhere.",
        ["mistake M02: name a case or a lesson_cell, or say why there is none in none_because, and not both"] =
            mistakes => (mistakes[1]!["cases"], mistakes[1]!["lesson_cell"]) = (new JsonArray(), null),
        ["Keycloak says 'Token is not active' twice; one message leads to one entry"] = mistakes =>
            mistakes[1]!["symptoms"]!.AsArray().Add(mistakes[0]!["symptoms"]![2]!.DeepClone()),
    };

    public static TheoryData<string> Problems => [.. Changes.Keys];

    [Fact]
    public void The_mistakes_fit_the_schema_that_editors_read() =>
        Assert.Empty(new JsonSchemaCheck(Schema).Problems(JsonElement.Parse(Text)));

    [Fact]
    public void The_schema_names_the_methods_that_the_reader_knows()
    {
        var items = Schema.GetProperty("$defs").GetProperty("mistake").GetProperty("properties").GetProperty("methods");

        Assert.Equal(
            ClientMistakes
                .OtherMethods.Concat(TokenEndpointAuthMethods.All)
                .Where(method => !method.StartsWith("attest_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            items
                .GetProperty("items")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(method => method.GetString()!)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_most_frequent_come_first() =>
        Assert.Equal(["M01", "M02", "M03"], ClientMistakes.Load().MostFrequent(3).Select(mistake => mistake.Id));

    [Fact]
    public void A_mistake_that_is_not_there_is_named() =>
        Assert.StartsWith(
            "There is no mistake 'M99'.",
            Assert.Throws<ArgumentException>(() => ClientMistakes.Load().Find("M99")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Equal(
            "The file of mistakes 'nowhere.json' does not exist.",
            Assert.Throws<FileNotFoundException>(() => ClientMistakesFile.Read("nowhere.json")).Message
        );

    [Theory]
    [InlineData("null", "m.json: holds null; write an object with mistakes.")]
    [InlineData("{\n\"mistakes\": 1}", "m.json: line 2, at $.mistakes: it must be ")]
    [InlineData("{\n\"mistake\": []}", "m.json: line 2, at $.mistake: 'mistake' is no member here; there is ")]
    public void Text_of_another_shape_is_refused_by_line(string text, string message) =>
        Assert.StartsWith(message, Refused(text), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_mistake_that_is_out_of_order_or_leads_nowhere_is_refused(string problem)
    {
        var file = JsonNode.Parse(Text)!;
        Changes[problem](file["mistakes"]!.AsArray());

        Assert.StartsWith($"m.json: {problem}", Refused(file.ToJsonString()), StringComparison.Ordinal);
    }

    private static string Refused(string text) =>
        Assert
            .Throws<InvalidDataException>(() => ClientMistakesFile.Parse(Encoding.UTF8.GetBytes(text), "m.json"))
            .Message;
}
