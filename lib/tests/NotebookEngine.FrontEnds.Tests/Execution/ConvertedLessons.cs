using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>All executed lessons as pages, converted at once when the first test asks.</summary>
public sealed class ConvertedLessons : IAsyncDisposable
{
    private readonly HeadlessRun _headless;
    private readonly DirectoryInfo _pages = Directory.CreateTempSubdirectory("converted-lessons-");
    private readonly Lazy<Task> _conversion;

    public ConvertedLessons(HeadlessRun headless)
    {
        _headless = headless;
        _conversion = new(ConvertAsync);
    }

    internal async Task<string> PageOfAsync(string lesson)
    {
        NotebookTool.Nbconvert.MustBeThere();
        await _conversion.Value;
        return await File.ReadAllTextAsync(Path.Combine(_pages.FullName, Path.ChangeExtension(lesson, ".html")));
    }

    public ValueTask DisposeAsync()
    {
        _pages.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task ConvertAsync()
    {
        var notebooks = await Task.WhenAll(Checkout.Lessons.Select(row => _headless.PathOfAsync(row.Data)));
        using var folders = new JupyterFolders();
        await using var conversion = RunningProgram.Start(
            NotebookTool.Nbconvert.Name,
            ["--to", "html", "--output-dir", _pages.FullName, .. notebooks],
            _pages.FullName,
            folders.Environment,
            NotebookTool.Nbconvert.Package
        );
        var exitCode = await conversion.EndAsync();

        Assert.True(exitCode == 0, conversion.Output);
        Assert.DoesNotContain("invalid", conversion.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("warn", conversion.Output, StringComparison.OrdinalIgnoreCase);
    }
}
