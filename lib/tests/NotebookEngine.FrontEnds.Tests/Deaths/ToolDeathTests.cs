using NotebookEngine.Comparison;
using NotebookEngine.FrontEnds.Tests.Execution;
using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Deaths;

/// <summary>Either end of a run dies in the middle of a cell: the other one notices, says so, and leaves nothing.</summary>
public sealed class ToolDeathTests : IDisposable
{
    private readonly JupyterFolders _folders = new();
    private readonly CallingCell _cell = new();

    // Work that never looks whether anybody wants it, and work that waits.
    public static TheoryData<string> Works => ["while (true) { }", "System.Threading.Thread.Sleep(-1);"];

    [Theory]
    [MemberData(nameof(Works))]
    public async Task A_kernel_whose_front_end_is_killed_ends(string work)
    {
        await using var tool = Start(NotebookTool.Nbclient, work);
        await _cell.ProcessIdAsync();

        await tool.KillAsync();

        using var limit = TestLimit.Start();
        await tool.Family.GoneAsync(limit.Token);
    }

    [Fact]
    public async Task The_death_of_the_kernel_is_told_by_nbclient()
    {
        await using var tool = Start(NotebookTool.Nbclient, "while (true) { }");

        UnixSignal.Kill(await _cell.ProcessIdAsync());

        Assert.Equal(1, await tool.EndAsync());
        Assert.Contains("DeadKernelError: Kernel died", tool.Output, StringComparison.Ordinal);
        Assert.Empty(tool.Family.Alive());
        Assert.Empty(_folders.ConnectionFiles());
        // What was shown before is saved.
        Assert.Equal("before\n", SavedNotebook.Read(Target)["cell-1"].Outputs.Single().Forms["text"]);
    }

    [Fact]
    public async Task The_death_of_the_kernel_is_told_by_nbconvert()
    {
        await using var tool = Start(NotebookTool.Nbconvert, "while (true) { }");

        UnixSignal.Kill(await _cell.ProcessIdAsync());

        Assert.Equal(1, await tool.EndAsync());
        Assert.Contains("DeadKernelError: Kernel died", tool.Output, StringComparison.Ordinal);
        Assert.Empty(tool.Family.Alive());
        Assert.Empty(_folders.ConnectionFiles());
    }

    public void Dispose()
    {
        _cell.Dispose();
        _folders.Dispose();
    }

    private string Target => _folders.File("target.ipynb");

    private RunningProgram Start(NotebookTool tool, string work) =>
        tool.Start(
            NotebookFile.Write(_folders.File("source.ipynb"), "Console.WriteLine(\"before\");", _cell.Source(work)),
            Target,
            _folders
        );
}
