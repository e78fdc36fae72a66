using System.Text.Json.Nodes;

namespace Lessons.Tests.Quizzes;

/// <summary>A mistake in the file of the quiz is told with its lesson, its question and its field.</summary>
public sealed class QuizFileTests
{
    private const string Lesson = "01-client-secret";

    // What the reader says -> what was done to a good file.
    private static readonly IReadOnlyDictionary<string, Action<JsonArray>> Changes = new Dictionary<
        string,
        Action<JsonArray>
    >
    {
        ["01-client-secret has 2 questions; write 3 to 5"] = questions => questions.RemoveAt(2),
        ["01-client-secret, question 2 '', is null; leave it out"] = questions => questions[1] = null,
        [
            "01-client-secret, question 2 'Second One', id: write words in lower case with hyphens between, such as 'basic-colon'"
        ] = questions => questions[1]!["id"] = "Second One",
        ["01-client-secret, question 3 'second', id: another question of the lesson has it, too; an anchor is unique"] =
            questions => questions[2]!["id"] = "second",
        ["01-client-secret, question 2 'second', question: is missing or empty"] = questions =>
            questions[1]!.AsObject().Remove("question"),
        ["01-client-secret, question 2 'second', question: has a line break; write one line"] = questions =>
            questions[1]!["question"] = "Which?\nAnd why?",
        ["01-client-secret, question 2 'second', choices: has 2; write 3 or 4"] = questions =>
            Choices(questions).RemoveAt(2),
        ["01-client-secret, question 2 'second', choices: 0 have \"right\": true; exactly one is right"] = questions =>
            Choices(questions)[1]!.AsObject().Remove("right"),
        ["01-client-secret, question 2 'second', choices: 2 have \"right\": true; exactly one is right"] = questions =>
            Choices(questions)[2]!["right"] = true,
        ["01-client-secret, question 2 'second', choice c, is null; leave it out"] = questions =>
            Choices(questions)[2] = null,
        ["01-client-secret, question 2 'second', choice c, text: is missing or empty"] = questions =>
            Choices(questions)[2]!["text"] = " ",
        ["01-client-secret, question 2 'second', choice c, text: a choice before says the same"] = questions =>
            Choices(questions)[2]!["text"] = "first choice",
        ["01-client-secret, question 2 'second', choice b, reason: is missing or empty"] = questions =>
            Choices(questions)[1]!.AsObject().Remove("reason"),
    };

    public static TheoryData<string> Problems => [.. Changes.Keys];

    [Fact]
    public void A_file_in_order_is_read() =>
        Assert.Equal(["first", "second", "third"], Read(_ => { }).Single().Questions.Select(question => question.Id));

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_mistake_is_told_with_its_place(string problem)
    {
        var refused = Assert.Throws<InvalidDataException>(() => Read(Changes[problem]));

        Assert.Equal($"notebooks/quiz.json: {problem}", refused.Message);
    }

    [Fact]
    public void Each_mistake_has_a_line()
    {
        var refused = Assert.Throws<InvalidDataException>(() =>
            Read(questions =>
            {
                Choices(questions)[0]!["reason"] = "";
                Choices(questions)[2]!["text"] = "";
            })
        );

        Assert.Equal(
            """
            notebooks/quiz.json: 01-client-secret, question 2 'second', choice a, reason: is missing or empty
            notebooks/quiz.json: 01-client-secret, question 2 'second', choice c, text: is missing or empty
            """.ReplaceLineEndings("\n"),
            refused.Message
        );
    }

    [Theory]
    [InlineData("resaon", "\"Because.\"", "The JSON property 'resaon' could not be mapped to any .NET member")]
    [InlineData("right", "\"yes\"", "The JSON value could not be converted to System.Boolean.")]
    [InlineData(
        "text",
        "null",
        "The property or field 'text' on type 'Lessons.Tests.Quizzes.QuizChoice' doesn't allow setting null"
    )]
    public void A_member_of_another_name_or_kind_is_told_with_its_place(string member, string value, string why)
    {
        var refused = Assert.Throws<InvalidDataException>(() =>
            Read(questions => Choices(questions)[2]![member] = JsonNode.Parse(value))
        );

        Assert.StartsWith(
            $"notebooks/quiz.json: line 1, 01-client-secret, question 2, choice c, {member}: {why}",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(" Path: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesson_without_a_list_has_no_questions()
    {
        var refused = Assert.Throws<InvalidDataException>(() => Quiz.Parse("""{ "01-client-secret": null }"""));

        Assert.Equal("notebooks/quiz.json: 01-client-secret has 0 questions; write 3 to 5", refused.Message);
    }

    private static JsonArray Choices(JsonArray questions) => questions[1]!["choices"]!.AsArray();

    private static IReadOnlyList<Quiz> Read(Action<JsonArray> change)
    {
        var questions = new JsonArray(Question("first"), Question("second"), Question("third"));
        change(questions);
        return Quiz.Parse(new JsonObject { [Lesson] = questions }.ToJsonString());
    }

    private static JsonObject Question(string id) =>
        new()
        {
            ["id"] = id,
            ["question"] = "Which?",
            ["choices"] = new JsonArray(
                new JsonObject { ["text"] = "first choice", ["reason"] = "It is wrong." },
                new JsonObject
                {
                    ["text"] = "second choice",
                    ["right"] = true,
                    ["reason"] = "It is right.",
                },
                new JsonObject { ["text"] = "third choice", ["reason"] = "It is wrong, too." }
            ),
        };
}
