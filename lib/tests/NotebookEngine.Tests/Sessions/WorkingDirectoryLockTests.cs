using NotebookEngine.Running;

namespace NotebookEngine.Tests.Sessions;

public sealed class WorkingDirectoryLockTests(Engine engine)
{
    [Fact]
    public async Task A_notebook_works_in_its_own_folder()
    {
        using var folder = new TempFolder();
        folder.Write("data.txt", "beside");

        var result = await engine.RunAsync(
            folder,
            new NotebookText().Code("a", "System.IO.File.ReadAllText(\"data.txt\")")
        );

        Assert.Equal("beside", Assert.Single(result["a"].Shown).Text);
    }

    [Fact]
    public async Task Notebooks_of_several_folders_each_find_their_own()
    {
        using var first = new TempFolder();
        using var second = new TempFolder();
        var notebook = new NotebookText().Code("a", "System.IO.File.ReadAllText(\"name\")").ToString();
        var notebooks = new[] { first, second, first, second }
            .Select(
                (folder, index) =>
                {
                    folder.Write("name", folder.Path);
                    return NotebookEngine.Notebooks.Notebook.Read(folder.Write($"{index}.ipynb", notebook));
                }
            )
            .ToList();

        var results = await engine.Runner.RunAllAsync(
            notebooks,
            new RunOptions { Parallel = 4 },
            progress: null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            [first.Path, second.Path, first.Path, second.Path],
            results.Select(result => Assert.Single(result["a"].Shown).Text)
        );
    }
}
