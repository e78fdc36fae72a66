using System.Text.RegularExpressions;

namespace Lessons.Tests.Quizzes;

/// <summary>What a quiz must satisfy. A problem names lesson, question and field.</summary>
internal static partial class QuizRules
{
    private const int FewestQuestions = 3;
    private const int MostQuestions = 5;
    private const int FewestChoices = 3;
    private const int MostChoices = 4;

    public static IEnumerable<string> Problems(Quiz quiz)
    {
        if (quiz.Questions.Count is < FewestQuestions or > MostQuestions)
        {
            yield return $"{quiz.Lesson} has {quiz.Questions.Count} questions; write {FewestQuestions} to {MostQuestions}";
        }

        foreach (var (place, question) in quiz.Questions.Index())
        {
            var where = $"{quiz.Lesson}, question {place + 1} '{question?.Id}'";
            var problems = question is null
                ? ["is null; leave it out"]
                : Problems(question).Concat(IdProblems(question.Id, quiz.Questions.Take(place)));
            foreach (var problem in problems)
            {
                yield return $"{where}, {problem}";
            }
        }
    }

    private static IEnumerable<string> IdProblems(string id, IEnumerable<QuizQuestion> before)
    {
        if (!KebabCase.IsMatch(id))
        {
            yield return "id: write words in lower case with hyphens between, such as 'basic-colon'";
        }

        if (before.Any(question => question?.Id == id))
        {
            yield return "id: another question of the lesson has it, too; an anchor is unique";
        }
    }

    private static IEnumerable<string> Problems(QuizQuestion question)
    {
        foreach (var problem in TextProblems("question", question.Question))
        {
            yield return problem;
        }

        if (question.Choices.Count is < FewestChoices or > MostChoices)
        {
            yield return $"choices: has {question.Choices.Count}; write {FewestChoices} or {MostChoices}";
        }

        if (question.Choices.Count(choice => choice?.Right is true) is var right && right != 1)
        {
            yield return $"choices: {right} have \"right\": true; exactly one is right";
        }

        foreach (var (place, choice) in question.Choices.Index())
        {
            foreach (var problem in Problems(choice, question.Choices.Take(place)))
            {
                yield return $"choice {QuizCell.Letter(place)}, {problem}";
            }
        }
    }

    private static IEnumerable<string> Problems(QuizChoice? choice, IEnumerable<QuizChoice> before) =>
        choice is null ? ["is null; leave it out"]
        : before.Any(other => other?.Text == choice.Text) ? ["text: a choice before says the same"]
        : [.. TextProblems("text", choice.Text), .. TextProblems("reason", choice.Reason)];

    // One line: the cell has a list item for each.
    private static IEnumerable<string> TextProblems(string field, string text) =>
        string.IsNullOrWhiteSpace(text) ? [$"{field}: is missing or empty"]
        : text.AsSpan().ContainsAny('\r', '\n') ? [$"{field}: has a line break; write one line"]
        : [];

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex KebabCase { get; }
}
