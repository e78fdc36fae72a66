using System.Text.Json;
using System.Text.Json.Serialization;
using NotebookEngine.Arguments;

namespace NotebookEngine.Book;

/// <summary>The questions of a collection, by notebook: <c>quiz.json</c> beside the notebooks, where there is one.</summary>
internal static class Quiz
{
    private const string FileName = "quiz.json";

    /// <summary>The id of the cell that stands for the questions in a notebook.</summary>
    internal const string CellId = "questions";

    /// <exception cref="UsageException">The file is not of the form, or a question has not exactly one right choice.</exception>
    internal static IReadOnlyDictionary<string, IReadOnlyList<QuizQuestion>> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return new Dictionary<string, IReadOnlyList<QuizQuestion>>();
        }

        try
        {
            var quiz = JsonSerializer.Deserialize(
                File.ReadAllText(path),
                QuizJson.Default.DictionaryStringQuizQuestionArray
            )!;
            foreach (var (lesson, questions) in quiz)
            {
                foreach (var question in questions.Where(one => one.Choices.Count(choice => choice.Right) != 1))
                {
                    throw new UsageException($"{path}: '{question.Id}' of {lesson} must have exactly one right choice");
                }
            }

            return quiz.ToDictionary(
                lesson => lesson.Key,
                IReadOnlyList<QuizQuestion> (lesson) => lesson.Value,
                StringComparer.Ordinal
            );
        }
        catch (JsonException problem)
        {
            throw new UsageException($"{path}, line {problem.LineNumber + 1}, is no list of questions: {problem.Path}");
        }
    }
}

/// <summary>A question with choices, of which one is right.</summary>
internal sealed record QuizQuestion
{
    /// <summary>Names it in its lesson, and is its anchor.</summary>
    public required string Id { get; init; }

    /// <summary>In Markdown.</summary>
    public required string Question { get; init; }

    public required IReadOnlyList<QuizChoice> Choices { get; init; }
}

/// <summary>One answer to choose.</summary>
internal sealed record QuizChoice
{
    /// <summary>In Markdown.</summary>
    public required string Text { get; init; }

    public bool Right { get; init; }

    /// <summary>Why it is right or wrong, in Markdown.</summary>
    public required string Reason { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(Dictionary<string, QuizQuestion[]>))]
internal sealed partial class QuizJson : JsonSerializerContext;
