using Microsoft.Extensions.Time.Testing;
using NotebookEngine.Learners;
using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Learners;

/// <summary><c>progress reset</c>: what is taken out, what stays, and what happens when others write meanwhile.</summary>
public sealed class ProgressResetTests(Engine engine) : IDisposable
{
    private readonly LearnersFolder _learner = new(engine);

    public void Dispose() => _learner.Dispose();

    [Theory]
    [InlineData("01", "00-start/exercise", "reset: 01-next/exercise", "reset: 01-next/exercise-2")]
    [InlineData("01-next/exercise", "00-start/exercise 01-next/exercise-2", "reset: 01-next/exercise")]
    [InlineData("00-start", "01-next/exercise 01-next/exercise-2", "reset: 00-start/exercise")]
    public async Task A_lesson_or_an_exercise_is_taken_out_and_the_rest_stays(
        string name,
        string stay,
        params string[] told
    )
    {
        await WriteAllSolvedAsync();

        var (exitCode, lines, _) = await _learner.InvokeAsync("progress", "reset", name);

        Assert.Equal(0, exitCode);
        Assert.Equal(told, lines);
        Assert.Equal(stay, Recorded());
    }

    [Fact]
    public async Task The_progress_of_another_collection_stays()
    {
        await WriteAsync(
            LearnersFolder
                .Document(LearnersFolder.Solved("00-start", "exercise"))
                .Replace("a-course", "another", StringComparison.Ordinal)
        );

        var (exitCode, lines, _) = await _learner.InvokeAsync("progress", "reset", "00");

        Assert.Equal(0, exitCode);
        Assert.Equal(["reset: nothing, nothing of '00' is recorded as solved"], lines);
        Assert.Equal("00-start/exercise", Recorded());
    }

    [Fact]
    public async Task Without_a_file_there_is_nothing_to_reset_and_none_is_made()
    {
        Assert.Equal(
            ["reset: nothing, nothing of '00' is recorded as solved"],
            (await _learner.InvokeAsync("progress", "reset", "00")).Lines
        );
        Assert.Equal(
            ["reset: nothing, nothing is recorded yet"],
            (await _learner.InvokeAsync("progress", "reset", "--all")).Lines
        );
        Assert.Empty(Directory.EnumerateFiles(_learner.Folder.Path, "mine.json*"));
    }

    [Theory]
    [InlineData("no progress at all")]
    [InlineData("""{"format": "notebook-progress", "version": 2}""")]
    public async Task All_keeps_the_old_file_whatever_is_in_it(string text)
    {
        await WriteAsync(text);

        var (exitCode, lines, _) = await _learner.InvokeAsync("progress", "reset", "--all");

        Assert.Equal(0, exitCode);
        var kept = Assert.Single(lines)["reset: everything; the old file is kept as ".Length..];
        Assert.StartsWith($"{_learner.File}.set-aside-", kept, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(_learner.File));
    }

    [Theory]
    [InlineData("07", "there is no lesson '07' with exercises. There are: 00-start, 01-next")]
    [InlineData("0", "'0' means several lessons: 00-start, 01-next")]
    [InlineData("01/exercise-3", "01-next has no exercise 'exercise-3'. It has: exercise, exercise-2")]
    public async Task A_name_that_means_nothing_changes_nothing(string name, string message)
    {
        await WriteAllSolvedAsync();

        var (exitCode, lines, errors) = await _learner.InvokeAsync("progress", "reset", name);

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        Assert.Equal([message], errors);
        Assert.Equal("00-start/exercise 01-next/exercise 01-next/exercise-2", Recorded());
    }

    [Theory]
    [InlineData("progress", "reset")]
    [InlineData("progress", "reset", "00", "--all")]
    public async Task What_to_reset_is_said_in_one_way(params string[] args)
    {
        var (exitCode, _, errors) = await _learner.InvokeAsync(args);

        Assert.Equal(2, exitCode);
        Assert.Equal(["name a lesson or an exercise to reset, or give --all: one of the two"], errors);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("--all")]
    public async Task A_read_only_file_stays_as_it_is(string what)
    {
        await WriteAllSolvedAsync();
        File.SetAttributes(_learner.File, FileAttributes.ReadOnly);
        try
        {
            var (exitCode, _, errors) = await _learner.InvokeAsync("progress", "reset", what);

            Assert.Equal(1, exitCode);
            Assert.Equal(
                [
                    $"'{_learner.File}' is read-only.",
                    "  remedy: make it writable, or set NOTEBOOK_PROGRESS to the absolute path of another file",
                ],
                errors
            );
            Assert.Equal("00-start/exercise 01-next/exercise 01-next/exercise-2", Recorded());
        }
        finally
        {
            File.SetAttributes(_learner.File, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task What_others_hold_is_waited_for()
    {
        await WriteAllSolvedAsync();
        var clock = new FakeTimeProvider();
        var reset = new ProgressReset(_learner.File, clock, TimeSpan.FromMinutes(1));
        Task<IReadOnlyList<SolvedExercise>> removing;
        await using (Hold())
        {
            removing = reset.RemoveAsync(_ => true, TestContext.Current.CancellationToken);
            Assert.False(removing.IsCompleted);
        }

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(3, (await removing).Count);
        Assert.Equal("", Recorded());
    }

    [Fact]
    public async Task What_others_hold_for_too_long_stays_as_it_is()
    {
        await WriteAllSolvedAsync();
        await using var held = Hold();
        var impatient = new ProgressReset(_learner.File, TimeProvider.System, TimeSpan.Zero);

        var removing = await Assert.ThrowsAsync<IOException>(() =>
            impatient.RemoveAsync(_ => true, TestContext.Current.CancellationToken)
        );
        var settingAside = await Assert.ThrowsAsync<IOException>(() =>
            impatient.SetAsideAsync(TestContext.Current.CancellationToken)
        );

        Assert.Contains(".lock", removing.Message, StringComparison.Ordinal);
        Assert.Contains(".lock", settingAside.Message, StringComparison.Ordinal);
        Assert.Equal("00-start/exercise 01-next/exercise 01-next/exercise-2", Recorded());
    }

    [Fact]
    public async Task Processes_that_write_at_once_undo_nothing_of_each_other()
    {
        await WriteAllSolvedAsync();
        var place = new Dictionary<string, string?> { ["NOTEBOOK_PROGRESS"] = _learner.File };

        var ended = await Task.WhenAll(
            new[] { "00", "01-next/exercise", "01-next/exercise-2" }.Select(name =>
                EngineProcess.RunAsync(_learner.Folder.Path, ["progress", "reset", name], place)
            )
        );

        Assert.All(ended, process => Assert.Equal((0, ""), (process.ExitCode, process.Errors)));
        Assert.Equal("", Recorded());
    }

    // A lesson that is run without a learner is nobody's progress, unless somebody wants it recorded.
    [Theory]
    [InlineData(null, "off")]
    [InlineData("", "off")]
    [InlineData("/chosen.json", "/chosen.json")]
    public async Task A_headless_run_records_nothing_unless_somebody_says_where(string? set, string seen)
    {
        _learner.Folder.Write(
            "notebooks/03-tell.ipynb",
            new NotebookText()
                .Code("tell", "Console.WriteLine(Environment.GetEnvironmentVariable(\"NOTEBOOK_PROGRESS\"));")
                .ToString()
        );

        var (exitCode, _, errors) = await EngineProcess.RunAsync(
            _learner.Folder.Path,
            ["run", "03", "--out", "executed"],
            new Dictionary<string, string?> { ["NOTEBOOK_PROGRESS"] = set }
        );

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains(
            $"\"{seen}\\n\"",
            await File.ReadAllTextAsync(
                _learner.Folder.File("executed/03-tell.ipynb"),
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
    }

    private Task WriteAllSolvedAsync() =>
        WriteAsync(
            LearnersFolder.Document(
                LearnersFolder.Solved("00-start", "exercise"),
                LearnersFolder.Solved("01-next", "exercise"),
                LearnersFolder.Solved("01-next", "exercise-2")
            )
        );

    private Task WriteAsync(string text) =>
        File.WriteAllTextAsync(_learner.File, text, TestContext.Current.CancellationToken);

    private FileStream Hold() => new($"{_learner.File}.lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);

    private string Recorded() =>
        string.Join(' ', ProgressReader.Read(_learner.File).Select(one => $"{one.Lesson}/{one.Exercise}"));
}
