using ClientAuth.Lab.Learners;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Lab.Tests.Learners;

/// <summary>What a learner is told of their progress.</summary>
public sealed class LearnerProgressTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 8, 30, 5, TimeSpan.Zero);

    private static readonly Course Course = new(
        "a-course",
        [
            new("00-start", "exercise", "FailingCheck"),
            new("01-next", "exercise", "Second"),
            new("01-next", "exercise-2", "Third"),
        ],
        []
    );

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("progress-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "progress.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_solved_exercise_is_counted_once_and_the_next_is_named()
    {
        var progress = Open();

        Assert.Equal("1 of 3; next: `00-start`, cell `exercise`", await RecordAsync(progress, "Third"));
        Assert.Equal("2 of 3; next: `01-next`, cell `exercise`", await RecordAsync(progress, "FailingCheck"));
        Assert.Equal("2 of 3; next: `01-next`, cell `exercise`", await RecordAsync(progress, "Third"));
        Assert.Equal("3 of 3", await RecordAsync(progress, "Second"));
    }

    [Fact]
    public async Task Only_an_answer_that_is_right_is_recorded_and_the_view_says_so()
    {
        var exercises = new LessonExercises(Open().RecordAsync);

        var stub = await exercises.FailingCheck.CheckAsync("", TestContext.Current.CancellationToken);
        var wrong = await exercises.FailingCheck.CheckAsync("client.known", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Progress", $"{stub}{wrong}", StringComparison.Ordinal);
        Assert.False(File.Exists(Path));

        var right = await exercises.FailingCheck.CheckAsync("scope.allowed", TestContext.Current.CancellationToken);
        Assert.EndsWith("\nProgress: 1 of 3; next: 01-next, cell exercise", right.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_set_aside_is_told()
    {
        await File.WriteAllTextAsync(Path, "{", TestContext.Current.CancellationToken);

        Assert.Equal(
            "1 of 3; next: `01-next`, cell `exercise`. The file that was there cannot be used (line 1 is not valid in version 1 of the format); "
                + $"it is kept as '{Path}.set-aside-20261129T083005Z'",
            await RecordAsync(Open(), "FailingCheck")
        );
    }

    [Fact]
    public async Task What_cannot_be_written_is_told_once()
    {
        Directory.CreateDirectory(Path);
        var progress = Open();

        Assert.Equal($"not recorded. '{Path}' is a folder, not a file.", await RecordAsync(progress, "FailingCheck"));
        Assert.Null(await RecordAsync(progress, "Second"));
    }

    [Fact]
    public async Task Lessons_that_cannot_be_found_are_told()
    {
        var progress = Open(() => throw new FileNotFoundException("no lessons here"));

        Assert.Equal("not recorded. no lessons here", await RecordAsync(progress, "FailingCheck"));
        Assert.Equal(new ProgressReading.None("no lessons here"), progress.Read());
    }

    [Fact]
    public async Task An_exercise_of_no_lesson_is_told() =>
        Assert.Equal("not recorded. No lesson has an exercise that checks Other.", await RecordAsync(Open(), "Other"));

    [Fact]
    public async Task Switched_off_nothing_is_recorded_and_nothing_said()
    {
        var progress = new LearnerProgress(
            ProgressPlace.Off,
            () => throw new InvalidOperationException("nobody asks"),
            TimeProvider.System
        );

        Assert.Null(await RecordAsync(progress, "FailingCheck"));
        Assert.Equal(new ProgressReading.None(null), progress.Read());
    }

    [Fact]
    public async Task Reading_changes_nothing_about_a_file_that_cannot_be_used()
    {
        await File.WriteAllTextAsync(Path, "", TestContext.Current.CancellationToken);

        var reading = Assert.IsType<ProgressReading.None>(Open().Read());

        Assert.Equal(
            $"'{Path}' cannot be used: it is empty. When you solve the next exercise, it is set aside under another name, "
                + "and a new file begins.",
            reading.Problem
        );
        Assert.Equal([Path], Directory.EnumerateFiles(_folder.FullName));
    }

    [Fact]
    public async Task The_table_has_a_row_a_lesson_and_the_next_exercise()
    {
        var progress = Open();
        await RecordAsync(progress, "FailingCheck");
        await RecordAsync(progress, "Third");

        var known = Assert.IsType<ProgressReading.Known>(progress.Read());

        Assert.Equal(
            """
            Your progress: 2 of 3 exercises solved
            Next: 01-next, cell exercise
            lesson    exercises  solved
            --------  ---------  ------
            00-start  ●          1 of 1
            01-next   ○ ●        1 of 2
            """.ReplaceLineEndings("\n"),
            LessonLab.ProgressTable(known.Standing, []).ToString()
        );
        Assert.Contains(
            "Next: 01-next, cell exercise. Not counted, because unreadable: 02-broken.ipynb",
            LessonLab.ProgressTable(known.Standing, ["02-broken.ipynb"]).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_lab_of_a_run_without_a_learner_shows_the_same_for_everyone()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Equal("Your progress\nNot recorded here  NOTEBOOK_PROGRESS is off", lab.Progress().ToString());
    }

    private LearnerProgress Open(Func<Course>? course = null) =>
        new(new ProgressPlace(Path), course ?? (() => Course), new FakeTimeProvider(Now));

    private static Task<string?> RecordAsync(LearnerProgress progress, string name) =>
        progress.RecordAsync(name, TestContext.Current.CancellationToken);
}
