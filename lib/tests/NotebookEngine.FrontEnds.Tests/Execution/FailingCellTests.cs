using NotebookEngine.Comparison;

namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>What a person who runs a notebook by a tool reads where a cell fails or does not end.</summary>
public sealed class FailingCellTests : IDisposable
{
    private const string Traceback = """
        System.DivideByZeroException: Attempted to divide by zero.
           line 2: Share(0)
           at In [1], line 1: int Share(int of) => 10 / of;
        """;

    private readonly JupyterFolders _folders = new();

    private string Target => _folders.File("target.ipynb");

    public void Dispose() => _folders.Dispose();

    [Fact]
    public async Task An_exception_names_the_cells_own_line_and_no_frame_of_the_engine()
    {
        var (exitCode, output) = await RunAsync(NotebookTool.Nbclient, "int Share(int of) => 10 / of;", "\nShare(0)");

        Assert.Equal(1, exitCode);
        var error = SavedNotebook.Read(Target)["cell-2"].Outputs.Single();
        Assert.Equal("error", error.Type);
        Assert.Equal("System.DivideByZeroException", error.Forms["ename"]);
        Assert.Equal(Traceback, error.Forms["traceback"]);
        Assert.Contains(Traceback, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_error_is_told_by_nbconvert_with_its_line()
    {
        var (exitCode, output) = await RunAsync(NotebookTool.Nbconvert, "1", "\nnonsense");

        Assert.Equal(1, exitCode);
        Assert.Contains("line 2", output, StringComparison.Ordinal);
        Assert.Contains("CS0103", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_fails_and_leaves_no_process()
    {
        var (exitCode, output) = await RunAsync(NotebookTool.Nbclient, "while (true) { }");

        Assert.Equal(1, exitCode);
        Assert.Contains("CellTimeoutError", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_interrupted_where_the_tool_is_told_to()
    {
        var (exitCode, output) = await RunAsync(NotebookTool.NbconvertInterrupting, "while (true) { }", "\"goes on\"");

        Assert.True(exitCode == 0, output);
        var saved = SavedNotebook.Read(Target);
        Assert.Equal("Interrupted", saved["cell-1"].Outputs.Single().Forms["ename"]);
        Assert.Equal("goes on", saved["cell-2"].Outputs.Single().Forms["text/plain"]);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(NotebookTool tool, params string[] cells)
    {
        await using var run = tool.Start(
            NotebookFile.Write(_folders.File("source.ipynb"), cells),
            Target,
            _folders,
            // The cell after it has as long, on a machine that does other work, too.
            seconds: cells[0].StartsWith("while", StringComparison.Ordinal) ? 3 * cells.Length : 120
        );
        var exitCode = await run.EndAsync();
        Assert.Empty(run.Family.Alive());
        Assert.Empty(_folders.ConnectionFiles());
        return (exitCode, run.Output);
    }
}
