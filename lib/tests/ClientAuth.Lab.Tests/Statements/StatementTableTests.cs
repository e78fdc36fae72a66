using System.Reflection;
using System.Text.Json;

namespace ClientAuth.Lab.Tests.Statements;

/// <summary>
/// Each statement of the documentation is shown by a cell and proven by a test. After a change in <c>data/statements.json</c>, run these
/// once with <c>UPDATE_LESSONS=1</c>: they then write the table that they would otherwise compare.
/// </summary>
public sealed class StatementTableTests
{
    private static readonly IReadOnlyList<Statement> All = Statement.ReadAll();

    public static TheoryData<string> Statements => [.. All.Select(statement => statement.Says)];

    [Fact]
    public void The_table_is_written_from_the_statements()
    {
        var page = Checkout.PathOf("notebooks", "README.md");
        var text = File.ReadAllText(page);
        var expected = StatementTable.Write(text.ReplaceLineEndings("\n"), All);
        if (Environment.GetEnvironmentVariable("UPDATE_LESSONS") is "1")
        {
            File.WriteAllText(page, expected);
            return;
        }

        Assert.Equal(expected, text.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_cell_of_a_lesson_shows_it(string says)
    {
        var statement = All.Single(one => one.Says == says);
        using var lesson = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("notebooks", statement.Lesson)));

        var cell = Assert.Single(
            lesson.RootElement.GetProperty("cells").EnumerateArray(),
            cell => cell.GetProperty("id").GetString() == statement.Cell
        );
        Assert.Equal("code", cell.GetProperty("cell_type").GetString());
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_test_of_its_name_proves_it(string says)
    {
        var statement = All.Single(one => one.Says == says);

        Assert.Contains(statement.Test, Tests());
    }

    [Fact]
    public void Every_test_of_a_statement_belongs_to_one() =>
        Assert.Equal(Tests().Order(), All.Select(statement => statement.Test).Order());

    private static IEnumerable<string> Tests() =>
        typeof(StatementTableTests)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace == typeof(StatementTableTests).Namespace && type != typeof(StatementTableTests)
            )
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");
}
