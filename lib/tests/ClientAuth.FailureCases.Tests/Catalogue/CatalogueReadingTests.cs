using System.Text;
using System.Text.Json;
using ClientAuth.FailureCases.Catalogue;

namespace ClientAuth.FailureCases.Tests.Catalogue;

/// <summary>Whoever writes a case and makes a mistake is told where, by the reader as by the schema.</summary>
public sealed class CatalogueReadingTests
{
    private const string Good = """
        {
          "sections": [
            {
              "id": "assertion",
              "title": "t",
              "cases": [
                {
                  "id": "J14",
                  "title": "t",
                  "methods": ["private_key_jwt"],
                  "send": [{ "change": "claims", "set": { "aud": "x" } }],
                  "expect": { "status": 401, "error": "invalid_client", "check": "assertion.aud" },
                  "specification": "s",
                  "strength": "must",
                  "lesson": "04",
                  "why": "w"
                }
              ]
            }
          ]
        }
        """;

    private static readonly Dictionary<string, (string From, string To, string Says)> Mistakes = new()
    {
        ["unknown member of a case"] = (
            "\"why\"",
            "\"wy\": \"w\", \"why\"",
            "line 16, case J14, at $.sections[0].cases[0].wy: 'wy' is no member here; there is id, title, "
        ),
        ["unknown member of a change"] = (
            "\"set\"",
            "\"st\": 1, \"set\"",
            "case J14, at $.sections[0].cases[0].send[0].st: 'st' is no member here; there is set, "
        ),
        ["unknown kind of change"] = (
            "\"claims\"",
            "\"claim\"",
            "line 11, case J14, at $.sections[0].cases[0].send[0]: 'claim' is not a known kind; change is one of address, "
        ),
        ["change of no kind"] = (
            "\"change\": \"claims\", ",
            "",
            "line 11, case J14, at $.sections[0].cases[0].send[0]: the kind is missing; change is one of address, "
        ),
        ["other shape in a change"] = (
            "{ \"aud\": \"x\" }",
            "5",
            "case J14, at $.sections[0].cases[0].send[0].set: the value is of the wrong type."
        ),
        ["missing member"] = (
            ",\n          \"why\": \"w\"",
            "",
            "case J14, at $.sections[0].cases[0]: missing here: 'why'."
        ),
        ["null"] = (
            "\"title\": \"t\",\n          \"methods\"",
            "\"title\": null, \"methods\"",
            "line 9, case J14, at $.sections[0].cases[0].title: it must not be null; it must be text."
        ),
        ["number in place of text"] = (
            "\"04\"",
            "4",
            "line 15, case J14, at $.sections[0].cases[0].lesson: it must be text."
        ),
        ["number in place of a name"] = (
            "\"must\"",
            "0",
            "line 14, case J14, at $.sections[0].cases[0].strength: it must be one of must, should, policy, control."
        ),
        ["unknown name"] = (
            "\"must\"",
            "\"shall\"",
            "line 14, case J14, at $.sections[0].cases[0].strength: it must be one of must, should, policy, control."
        ),
        ["identifier of another form"] = ("\"J14\"", "\"J14.A\"", "case J14.A: id must be like J14 or J14.variant"),
        ["no method"] = ("[\"private_key_jwt\"]", "[]", "case J14: methods is empty"),
        ["unknown method"] = ("\"private_key_jwt\"", "\"secret\"", "case J14: methods has 'secret'; use none, "),
        ["method twice"] = (
            "[\"private_key_jwt\"]",
            "[\"private_key_jwt\", \"private_key_jwt\"]",
            "case J14: methods has 'private_key_jwt' twice"
        ),
        ["unknown endpoint"] = ("\"why\"", "\"endpoint\": \"x\", \"why\"", "case J14: endpoint is 'x'; use token, "),
        ["two outcomes"] = (
            "\"status\"",
            "\"issued\": true, \"status\"",
            "case J14: expect needs exactly one of issued"
        ),
        ["no outcome"] = ("\"status\": 401, ", "", "case J14: expect needs exactly one of issued"),
        ["after and none"] = (
            "\"why\"",
            "\"after\": [], \"no_after\": \"r\", \"why\"",
            "case J14: after and no_after exclude each other"
        ),
        ["lesson of another form"] = ("\"04\"", "\"4\"", "case J14: lesson is '4'; write two digits"),
    };

    public static TheoryData<string> MistakeNames() => [.. Mistakes.Keys];

    [Fact]
    public void Good_catalogue_is_read_and_valid()
    {
        var failureCase = Assert.Single(Read(Good).Cases);

        Assert.Equal("J14: t", failureCase.ToString());
        Assert.Empty(Problems(Good));
    }

    [Theory]
    [MemberData(nameof(MistakeNames))]
    public void Mistake_is_refused_by_reader_and_schema(string name)
    {
        var (from, to, says) = Mistakes[name];
        var wrong = Replace(Good, from, to);

        var error = Assert.Throws<InvalidDataException>(() => Read(wrong));

        Assert.StartsWith("test.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Problems(wrong));
    }

    // JSON Schema sees neither: the first is no matter of one value, the second is gone once the text is read.
    [Theory]
    [InlineData("}\n      ]", "}, $CASE ]", "test.json: the case J14 is there twice")]
    [InlineData(
        "\"why\"",
        "\"why\": \"v\", \"why\"",
        "test.json: line 16, case J14, at $.sections[0].cases[0].why: 'why' stands twice."
    )]
    public void Repetition_is_refused(string from, string to, string says)
    {
        var only = Good[
            Good.IndexOf("{\n          \"id\": \"J14\"", StringComparison.Ordinal)..Good.IndexOf(
                "\n      ]",
                StringComparison.Ordinal
            )
        ];
        var wrong = Replace(Good, from, to.Replace("$CASE", only, StringComparison.Ordinal));

        var error = Assert.Throws<InvalidDataException>(() => Read(wrong));

        Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_JSON_is_refused_with_its_line()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("{\n  \"sections\": [,]\n}"));

        Assert.StartsWith(
            "test.json: line 2, at $.sections[0]: ',' is an invalid start of a value.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "missing.json");

        var error = Assert.Throws<FileNotFoundException>(() => FailureCatalogue.Load(path));

        Assert.Equal($"The failure catalogue '{path}' does not exist.", error.Message);
    }

    private static FailureCatalogue Read(string json) =>
        FailureCatalogue.Read(Encoding.UTF8.GetBytes(json), "test.json");

    private static IReadOnlyList<string> Problems(string json) =>
        new JsonSchemaCheck(JsonElement.Parse(File.ReadAllBytes(Checkout.Schema))).Problems(JsonElement.Parse(json));

    private static string Replace(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }
}
