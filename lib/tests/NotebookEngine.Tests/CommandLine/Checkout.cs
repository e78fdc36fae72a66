using NotebookEngine.CommandLine;
using NotebookEngine.Installation;

namespace NotebookEngine.Tests.CommandLine;

/// <summary>A folder with lessons, and the command given in it.</summary>
internal sealed class Checkout(Engine engine) : IDisposable
{
    public TempFolder Folder { get; } = new();

    public string Lesson(string name, string source) =>
        Folder.Write($"notebooks/{name}.ipynb", new NotebookText().Code("only", source).ToString());

    public Task<(int ExitCode, List<string> Lines, List<string> Errors)> InvokeAsync(params string[] args) =>
        InvokeAsync(args, TestContext.Current.CancellationToken);

    public async Task<(int ExitCode, List<string> Lines, List<string> Errors)> InvokeAsync(
        string[] args,
        CancellationToken cancellationToken,
        string startIn = ".",
        bool isLive = false,
        Machine? machine = null
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var folder = Path.GetFullPath(startIn, Folder.Path);
        var command = new EngineCommand(
            engine.Runner,
            engine.Sessions,
            TimeProvider.System,
            new Terminal(output, error, isLive, folder),
            machine ?? Machine.OfThisProcess()
        );
        var exitCode = await command.InvokeAsync(args, cancellationToken);
        return (exitCode, Lines(output), Lines(error));
    }

    public IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder.Path, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public void Dispose() => Folder.Dispose();

    private static List<string> Lines(StringWriter writer) =>
        [.. writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
