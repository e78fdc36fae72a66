using NotebookEngine.FrontEnds.Tests.Execution;
using NotebookEngine.FrontEnds.Tests.Processes;
using NotebookEngine.FrontEnds.Tests.Rendering;

[assembly: AssemblyFixture(typeof(ConvertedLessons))]

namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>All executed lessons as pages, light and dark, converted at once when the first test asks for a theme.</summary>
public sealed class ConvertedLessons : IAsyncDisposable
{
    private readonly HeadlessRun _headless = new();
    private readonly DirectoryInfo _pages = Directory.CreateTempSubdirectory("converted-lessons-");
    private readonly Dictionary<PageTheme, Lazy<Task<string>>> _conversions;

    public ConvertedLessons() =>
        _conversions = Enum.GetValues<PageTheme>()
            .ToDictionary(theme => theme, theme => new Lazy<Task<string>>(() => ConvertAsync(theme)));

    /// <summary>The path of the page.</summary>
    internal async Task<string> PathOfAsync(string lesson, PageTheme theme)
    {
        NotebookTool.Nbconvert.MustBeThere();
        return Path.Combine(await _conversions[theme].Value, Path.ChangeExtension(lesson, ".html"));
    }

    public ValueTask DisposeAsync()
    {
        _pages.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string> ConvertAsync(PageTheme theme)
    {
        var notebooks = await Task.WhenAll(Checkout.Lessons.Select(row => _headless.PathOfAsync(row.Data)));
        var folder = Path.Combine(_pages.FullName, theme.ToString());
        using var folders = new JupyterFolders();
        await using var conversion = RunningProgram.Start(
            NotebookTool.Nbconvert.Name,
            ["--to", "html", "--theme", theme.ToString().ToLowerInvariant(), "--output-dir", folder, .. notebooks],
            _pages.FullName,
            folders.Environment,
            NotebookTool.Nbconvert.Package
        );
        var exitCode = await conversion.EndAsync();

        Assert.True(exitCode == 0, conversion.Output);
        Assert.DoesNotContain("invalid", conversion.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("warn", conversion.Output, StringComparison.OrdinalIgnoreCase);
        return folder;
    }
}
