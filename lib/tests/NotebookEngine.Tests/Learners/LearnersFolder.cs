using System.Runtime.InteropServices;
using NotebookEngine.Installation;
using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Learners;

/// <summary>A checkout with two lessons and three exercises, and a learner's file.</summary>
internal sealed class LearnersFolder : IDisposable
{
    private readonly Checkout _checkout;

    public LearnersFolder(Engine engine)
    {
        _checkout = new Checkout(engine);
        Folder.Write("notebooks/collection.json", """{"name": "a-course"}""");
        Folder.Write("notebooks/00-start.ipynb", new NotebookText().Code("exercise", "1").ToString());
        Folder.Write(
            "notebooks/01-next.ipynb",
            new NotebookText().Code("exercise", "1").Markdown("exercise-task-2", "2").Code("exercise-2", "2").ToString()
        );
        Folder.Write("notebooks/02-read.ipynb", new NotebookText().Code("reading", "1").ToString());
    }

    public TempFolder Folder => _checkout.Folder;

    /// <summary>Absolute path of the learner's file.</summary>
    public string File => Folder.File("mine.json");

    public static string Solved(string lesson, string exercise, string at = "2026-11-29T08:30:05Z") =>
        $$"""{"collection": "a-course", "lesson": "{{lesson}}", "exercise": "{{exercise}}", "solved": "{{at}}"}""";

    public static string Document(params string[] solved) =>
        $$"""{"format": "notebook-progress", "version": 1, "exercises": [{{string.Join(", ", solved)}}]}""";

    public Task<(int ExitCode, List<string> Lines, List<string> Errors)> InvokeAsync(params string[] args) =>
        InvokeWithAsync(File, args);

    /// <param name="variable">The value of the environment variable that names the file.</param>
    /// <param name="args">The command.</param>
    public Task<(int ExitCode, List<string> Lines, List<string> Errors)> InvokeWithAsync(
        string? variable,
        params string[] args
    ) =>
        _checkout.InvokeAsync(
            args,
            TestContext.Current.CancellationToken,
            machine: new Machine(
                OSPlatform.Linux,
                name => name == "NOTEBOOK_PROGRESS" ? variable : null,
                Folder.File("own")
            )
        );

    public void Dispose() => _checkout.Dispose();
}
