namespace ClientAuth.Lab.Tests.Statements;

/// <summary>The statements as a Markdown table, for <c>notebooks/README.md</c>.</summary>
internal static class StatementTable
{
    private const string Begin = "<!-- statements: written from data/statements.json -->";
    private const string End = "<!-- /statements -->";
    private const string Tests = "../lib/tests/ClientAuth.Lab.Tests/Statements";

    /// <summary>The page with the table between its marks replaced.</summary>
    /// <exception cref="InvalidDataException">The page has no such marks.</exception>
    public static string Write(string page, IReadOnlyList<Statement> statements)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{page[..begin]}{Begin}\n\n{Of(statements)}\n{page[end..]}"
            : throw new InvalidDataException($"The page has no place for the table: {Begin} … {End}");
    }

    private static string Of(IReadOnlyList<Statement> statements) =>
        "| the documentation says | lesson, cell | test |\n|---|---|---|\n" + string.Concat(statements.Select(Row));

    private static string Row(Statement statement) =>
        $"| “{statement.Says}” "
        + $"| [{statement.Lesson[..2]}]({statement.Lesson}) `{statement.Cell}` "
        + $"| [{Words(statement.TestMethod)}]({Tests}/{statement.TestClass}.cs) |\n";

    private static string Words(string method) => method.Replace('_', ' ');
}
