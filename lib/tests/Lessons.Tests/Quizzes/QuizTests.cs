using System.Text.RegularExpressions;
using Lessons.Tests.Pages;

namespace Lessons.Tests.Quizzes;

/// <summary>
/// The quiz at the end of each lesson is written from <c>notebooks/quiz.json</c>. After a change there, run these tests once with
/// <c>UPDATE_LESSONS=1</c>: they then write the cells.
/// </summary>
[Collection(nameof(WrittenPage))] // one after the other: with UPDATE_LESSONS they write the same files
public sealed partial class QuizTests
{
    private static readonly IReadOnlyList<Quiz> Quizzes = Quiz.ReadAll();

    private static IEnumerable<QuizQuestion> Questions => Quizzes.SelectMany(quiz => quiz.Questions);

    public static TheoryData<string> Lessons => [.. Quizzes.Select(quiz => quiz.Notebook)];

    [Fact]
    public void Every_lesson_has_a_quiz_in_the_order_of_the_path() =>
        Assert.Equal(Checkout.Lessons.Select(row => row.Data), Quizzes.Select(quiz => quiz.Notebook));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_cell_of_the_lesson_is_written_from_the_data(string lesson) =>
        WrittenCell.HoldAsync(
            lesson,
            "questions",
            GlossaryLinks.Explain(QuizCell.Of(Quizzes.Single(quiz => quiz.Notebook == lesson)), GlossaryTerm.ReadAll())
        );

    [Fact]
    public void The_right_choice_stands_at_each_letter_about_equally_often()
    {
        foreach (var place in Enumerable.Range(0, Questions.Max(question => question.Choices.Count)))
        {
            var byChance = Questions
                .Where(question => question.Choices.Count > place)
                .Sum(question => 1.0 / question.Choices.Count);

            Assert.InRange(
                Questions.Count(question => PlaceOfRight(question) == place),
                byChance * 0.7,
                byChance * 1.3
            );
        }
    }

    [Fact]
    public void No_lesson_has_the_right_choice_at_one_letter_only() =>
        Assert.Empty(
            from quiz in Quizzes
            where quiz.Questions.Select(PlaceOfRight).Distinct().Count() == 1
            select quiz.Lesson
        );

    [Fact]
    public void Choosing_the_longest_or_the_shortest_is_no_better_than_chance()
    {
        var byChance = Questions.Sum(question => 1.0 / question.Choices.Count);

        Assert.InRange(
            Questions.Count(question => RightIsBeyond(question, (right, other) => right > other)),
            0,
            byChance
        );
        Assert.InRange(
            Questions.Count(question => RightIsBeyond(question, (right, other) => right < other)),
            0,
            byChance
        );
    }

    [Fact]
    public void Right_and_wrong_choices_are_about_equally_long()
    {
        var mean = Questions
            .SelectMany(question => question.Choices)
            .ToLookup(choice => choice.Right, Length)
            .ToDictionary(kind => kind.Key, kind => kind.Average());

        Assert.InRange(mean[true] / mean[false], 0.9, 1.1);
    }

    private static int PlaceOfRight(QuizQuestion question) =>
        question.Choices.Index().Single(choice => choice.Item.Right).Index;

    private static bool RightIsBeyond(QuizQuestion question, Func<int, int, bool> beyond)
    {
        var right = Length(question.Choices.Single(choice => choice.Right));
        return question.Choices.Where(choice => !choice.Right).All(other => beyond(right, Length(other)));
    }

    // As it is shown: of a link its text.
    private static int Length(QuizChoice choice) => LinkTarget.Replace(choice.Text, "").Length;

    [GeneratedRegex(@"(?<=\])\([^)]*\)|\[|\]|`")]
    private static partial Regex LinkTarget { get; }
}
