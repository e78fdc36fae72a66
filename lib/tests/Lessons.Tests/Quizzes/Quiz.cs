using System.Text.Json;

namespace Lessons.Tests.Quizzes;

/// <summary>The questions of one lesson, from <c>notebooks/quiz.json</c>.</summary>
/// <param name="Lesson">The name of the notebook, without <c>.ipynb</c>.</param>
/// <param name="Questions">In the order in which they are asked.</param>
internal sealed record Quiz(string Lesson, IReadOnlyList<QuizQuestion> Questions)
{
    public const string File = "notebooks/quiz.json";

    public string Notebook => Lesson + ".ipynb";

    public static IReadOnlyList<Quiz> ReadAll() => Parse(System.IO.File.ReadAllText(Path.Combine(Checkout.Root, File)));

    /// <exception cref="InvalidDataException">
    /// Something is wrong with the file. The message has a line for each mistake, with its lesson, question and field.
    /// </exception>
    public static IReadOnlyList<Quiz> Parse(string json)
    {
        IReadOnlyList<Quiz> quizzes;
        try
        {
            quizzes =
            [
                .. DataFile
                    .Parse<OrderedDictionary<string, IReadOnlyList<QuizQuestion>>>(json)
                    .Select(entry => new Quiz(entry.Key, entry.Value ?? [])),
            ];
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{File}: {QuizPlace.Of(wrong)}", wrong);
        }

        var problems = quizzes.SelectMany(QuizRules.Problems).ToList();
        return problems.Count == 0
            ? quizzes
            : throw new InvalidDataException(string.Join('\n', problems.Select(problem => $"{File}: {problem}")));
    }
}

/// <summary>One question, of whose choices exactly one is right.</summary>
internal sealed record QuizQuestion
{
    /// <summary>Unique in its lesson: the anchor of the question in the web edition.</summary>
    public string Id { get; init; } = "";

    public string Question { get; init; } = "";

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<QuizChoice> Choices { get; init; } = [];
}

/// <summary>An answer to choose.</summary>
internal sealed record QuizChoice
{
    public string Text { get; init; } = "";

    public bool Right { get; init; }

    /// <summary>Why it is right, or what a person who chose it mixes up.</summary>
    public string Reason { get; init; } = "";
}
