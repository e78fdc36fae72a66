namespace NotebookEngine.FrontEnds.Tests.Book;

/// <summary>Two lessons; the first has code, and a question.</summary>
internal static class SmallLessons
{
    public const string Code = "var answer = 6 * 7;";

    public const string Quiz = """
        {"01-first": [{"id": "why", "question": "Why?", "choices": [
          {"text": "no", "reason": "It is not."}, {"text": "yes", "right": true, "reason": "It is."}]}]}
        """;

    public static string First =>
        Notebook(
            """{"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# First"}""",
            $$"""{"cell_type": "code", "id": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "{{Code}}"}""",
            """{"cell_type": "markdown", "id": "questions", "metadata": {}, "source": "## Questions"}"""
        );

    public static string Second =>
        Notebook("""{"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# Second"}""");

    private static string Notebook(params string[] cells) =>
        $$"""
            {"cells": [{{string.Join(",", cells)}}], "nbformat": 4, "nbformat_minor": 5,
             "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"} } }
            """;
}
