using NotebookEngine.CommandLine;
using NotebookEngine.Notebooks;

namespace Lessons.Tests;

/// <summary>Who adds a lesson begins with one that has the form, runs, and whose exercise can be solved.</summary>
public sealed class TemplateTests(Engine engine) : IDisposable
{
    private const string Name = "99-topic";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lesson-template-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_new_lesson_has_the_form_of_the_others()
    {
        var lesson = NewLesson();

        Assert.Equal($"# 99 A topic", lesson.Cells[0].Lines[0]);
        // Links start at the folder of the lessons, where the command would have written it.
        var inPlace = lesson with
        {
            Path = Checkout.PathOf($"{Name}.ipynb"),
        };
        Assert.Equal([$"exercise-task: solutions/{Name}.md#exercise"], LessonForm.FaultsIn(inPlace));
        Assert.True(File.Exists(SolutionFile.PathFor(lesson)));
    }

    [Fact]
    public async Task It_runs_unsolved_and_is_solved_by_its_solution()
    {
        var lesson = NewLesson() with { Path = Checkout.PathOf($"{Name}.ipynb") };
        var solution = SolutionFile.Apply(NewLesson()).CodeCells.Single(cell => cell.Id == "exercise").Source;

        var unsolved = await engine.RunAsync(lesson);
        var solved = await engine.RunAsync(lesson.WithSource("exercise", solution));

        Assert.Null(unsolved.FirstFailure);
        Assert.Contains("not done yet", unsolved["exercise"].Shown.Last().Text, StringComparison.Ordinal);
        Assert.Contains(": solved", solved["exercise"].Shown.Last().Text, StringComparison.Ordinal);
    }

    private Notebook NewLesson()
    {
        var template = _folder.CreateSubdirectory("template");
        foreach (var file in new[] { "lesson.ipynb", "solution.md" })
        {
            File.Copy(Path.Combine(Checkout.Notebooks, "template", file), Path.Combine(template.FullName, file), true);
        }

        var lesson = Path.Combine(_folder.FullName, $"{Name}.ipynb");
        if (!File.Exists(lesson))
        {
            new NotebookTemplate(_folder.FullName).Create(Name, "A topic");
        }

        return Notebook.Read(lesson);
    }
}
