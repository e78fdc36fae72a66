namespace NotebookEngine.Book;

/// <summary>
/// Questions as they can be read without a script: lettered choices, and the answer folded. The page's script makes of each a form that
/// checks itself.
/// </summary>
internal static class QuizForm
{
    internal static string Of(IReadOnlyList<QuizQuestion> questions) =>
        string.Concat(questions.Select((question, index) => Question(question, index + 1)));

    /// <summary>The questions without their choices.</summary>
    internal static string Asked(IReadOnlyList<QuizQuestion> questions) =>
        string.Concat(questions.Select(question => $"<p>{BookMarkdown.RenderShort(question.Question)}</p>\n"));

    private static string Question(QuizQuestion question, int number) =>
        $"""
            <section class="quiz" id="{Html.Text(question.Id)}" data-question="{Html.Text(
                question.Id
            )}" aria-label="Question {number}">
            <div class="asked"><b>{number}.</b> {BookMarkdown.RenderShort(question.Question)}</div>
            <ol class="choices">
            {string.Concat(
                question.Choices.Select(choice => $"<li>{BookMarkdown.RenderShort(choice.Text)}</li>\n")
            )}</ol>
            <details><summary>Answer</summary>
            <ol class="reasons">
            {string.Concat(question.Choices.Select(Reason))}</ol>
            </details>
            </section>

            """.ReplaceLineEndings(
            "\n"
        );

    private static string Reason(QuizChoice choice) =>
        $"<li{(choice.Right ? " data-right" : "")}><b>{(choice.Right ? "Right." : "Wrong.")}</b> {BookMarkdown.RenderShort(choice.Reason)}</li>\n";
}
