namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>A test of lessons is worth what it notices: a cell that .NET Interactive runs otherwise than our engine.</summary>
public sealed class StrangeCellTests(WarmKernel kernel) : IClassFixture<WarmKernel>
{
    [Theory]
    [InlineData("System.Net.Http.Json.JsonContent.Create(1)", "fails: ", "CS0234")]
    [InlineData("using NotebookEngine.Display;", "fails: ", "CS0246")]
    [InlineData("throw new InvalidOperationException(\"on purpose\");", "fails: ", "on purpose")]
    [InlineData("string? nothing = null; \"shown\"", "writes to stderr: ", "CS8632")]
    [InlineData("Console.Error.WriteLine(\"for the log\");", "writes to stderr: ", "for the log")]
    [InlineData("new Uri(\"https://localhost/\")", "shows a table of properties: ", "dni-treeview")]
    public async Task It_is_told_with_the_cell(string code, string told, string what)
    {
        var executed = await InteractiveNotebook.ExecuteAsync(
            kernel.Kernel,
            [new CodeCell("usual", "1 + 1"), new CodeCell("strange", code)],
            TestContext.Current.CancellationToken
        );

        Assert.Contains(
            LessonFaults.In(executed),
            fault =>
                fault.StartsWith($"cell strange: {told}", StringComparison.Ordinal)
                && fault.Contains(what, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            LessonFaults.In(executed),
            fault => fault.StartsWith("cell usual", StringComparison.Ordinal)
        );
    }
}
