namespace Lessons.Tests.Quizzes;

/// <summary>How a quiz looks in a lesson.</summary>
public sealed class QuizCellTests
{
    [Fact]
    public void Choices_have_letters_and_the_folded_answers_a_reason_for_each()
    {
        var quiz = new Quiz("00-start-here", [Question("Who?", right: 1), Question("Why?", right: 0)]);

        Assert.Equal(
            """
            ## Questions

            **1.** Who?

            - a) choice 0
            - b) choice 1
            - c) choice 2

            **2.** Why?

            - a) choice 0
            - b) choice 1
            - c) choice 2

            <details><summary>Answers</summary>

            **1. b)** reason 1

            - a) reason 0
            - c) reason 2

            **2. a)** reason 0

            - b) reason 1
            - c) reason 2

            </details>
            """.ReplaceLineEndings("\n"),
            QuizCell.Of(quiz)
        );
    }

    private static QuizQuestion Question(string text, int right) =>
        new()
        {
            Question = text,
            Choices =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(place => new QuizChoice
                    {
                        Text = $"choice {place}",
                        Right = place == right,
                        Reason = $"reason {place}",
                    }),
            ],
        };
}
