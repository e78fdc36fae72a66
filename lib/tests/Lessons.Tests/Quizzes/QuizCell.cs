using System.Text;

namespace Lessons.Tests.Quizzes;

/// <summary>The last cell of prose of a lesson: its quiz, with the answers folded.</summary>
internal static class QuizCell
{
    public static string Of(Quiz quiz)
    {
        var text = new StringBuilder("## Questions\n\n");
        foreach (var (place, question) in quiz.Questions.Index())
        {
            text.Append($"**{place + 1}.** {question.Question}\n\n");
            foreach (var (at, choice) in question.Choices.Index())
            {
                text.Append($"- {Letter(at)}) {choice.Text}\n");
            }

            text.Append('\n');
        }

        text.Append("<details><summary>Answers</summary>\n\n");
        foreach (var (place, question) in quiz.Questions.Index())
        {
            var right = question.Choices.Index().Single(choice => choice.Item.Right);
            text.Append($"**{place + 1}. {Letter(right.Index)})** {right.Item.Reason}\n\n");
            foreach (var (at, choice) in question.Choices.Index().Where(choice => !choice.Item.Right))
            {
                text.Append($"- {Letter(at)}) {choice.Reason}\n");
            }

            text.Append('\n');
        }

        return text.Append("</details>").ToString();
    }

    /// <summary>How a choice is called.</summary>
    /// <param name="place">From 0 on.</param>
    public static char Letter(int place) => (char)('a' + place);
}
