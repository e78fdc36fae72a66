using ClientAuth.Lab.Learners;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Lab.Tests.Learners;

/// <summary>A learner's file: what is written, what is kept, and every way in which the file can be unusable.</summary>
public sealed class ProgressFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 8, 30, 5, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("progress-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "own", "progress.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_file_names_collection_lesson_exercise_and_time()
    {
        await AddAsync(Solved("00-start-here", Now));

        Assert.Equal(
            """
            {
              "format": "notebook-progress",
              "version": 1,
              "exercises": [
                {
                  "collection": "a-course",
                  "lesson": "00-start-here",
                  "exercise": "exercise",
                  "solved": "2026-11-29T08:30:05+00:00"
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken)
        );
        Assert.Equal([Solved("00-start-here", Now)], Open().Read());
    }

    [Fact]
    public async Task The_first_time_is_kept()
    {
        await AddAsync(Solved("00-start-here", Now));
        await AddAsync(Solved("00-start-here", Now.AddDays(1)));

        Assert.Equal([Solved("00-start-here", Now)], Open().Read());
    }

    [Fact]
    public async Task Through_a_link_the_file_is_written_and_the_link_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not every user make links.");
        await AddAsync(Solved("00-start-here", Now));
        var kept = System.IO.Path.Combine(_folder.FullName, "kept.json");
        File.Move(Path, kept);
        File.CreateSymbolicLink(Path, "../kept.json");

        await AddAsync(Solved("01-next", Now));

        Assert.Equal("../kept.json", new FileInfo(Path).LinkTarget);
        Assert.Equal([Solved("00-start-here", Now), Solved("01-next", Now)], Open().Read());
    }

    [Fact]
    public async Task Through_a_link_to_a_file_that_is_not_there_it_is_made_and_the_link_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not every user make links.");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.CreateSymbolicLink(Path, "../kept.json");

        await AddAsync(Solved("00-start-here", Now));

        Assert.Equal("../kept.json", new FileInfo(Path).LinkTarget);
        Assert.Equal([Solved("00-start-here", Now)], Open().Read());
    }

    [Fact]
    public void Without_a_file_nothing_is_solved() => Assert.Empty(Open().Read());

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData(" \n", "it is empty")]
    [InlineData("{\n  \"format\": \"notebook-pro", "line 2 is not valid in version 1 of the format")]
    [InlineData("[]", "its format is not 'notebook-progress'")]
    [InlineData("""{"format": 1}""", "its format is not 'notebook-progress'")]
    [InlineData("""{"format": "notebook-progress"}""", "it has no version")]
    [InlineData("""{"format": "notebook-progress", "version": "1"}""", "it has no version")]
    [InlineData("""{"format": "notebook-progress", "version": 0, "done": []}""", "its version is 0, older than 1")]
    [InlineData("""{"format": "notebook-progress", "version": 1}""", "line 1 is not valid in version 1 of the format")]
    [InlineData(
        """{"format": "notebook-progress", "version": 1, "exercises": [], "more": 1}""",
        "line 1 is not valid in version 1 of the format"
    )]
    [InlineData("""{"format": "notebook-progress", "version": 1, "exercises": [null]}""", "an exercise has no name")]
    [InlineData(
        """{"format": "notebook-progress", "version": 1, "exercises": [{"collection": "a-course", "lesson": "", "exercise": "e", "solved": "2026-11-29T08:30:05Z"}]}""",
        "an exercise has no name"
    )]
    public async Task A_file_that_is_no_progress_is_set_aside_as_it_is(string text, string why)
    {
        Write(text);

        var change = await AddAsync(Solved("00-start-here", Now));

        Assert.Equal((Path + ".set-aside-20261129T083005Z", why), change.SetAside);
        Assert.Equal(
            text,
            await File.ReadAllTextAsync(change.SetAside!.Value.Path, TestContext.Current.CancellationToken)
        );
        Assert.Equal([Solved("00-start-here", Now)], Open().Read());
    }

    [Fact]
    public async Task A_file_of_a_newer_version_stays_and_is_told()
    {
        const string newer = """{"format": "notebook-progress", "version": 2, "done": []}""";
        Write(newer);

        var problem = await Assert.ThrowsAsync<IOException>(() => AddAsync(Solved("00-start-here", Now)));

        Assert.Equal(
            $"'{Path}' cannot be used: its version is 2, newer than 1. Update this checkout: a newer one has written the file.",
            problem.Message
        );
        Assert.Equal(newer, await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_set_aside_replaces_nothing_that_was_set_aside_before()
    {
        Write("first");
        await AddAsync(Solved("00-start-here", Now));
        Write("second");

        var change = await AddAsync(Solved("00-start-here", Now));

        Assert.Equal(Path + ".set-aside-20261129T083005Z-2", change.SetAside?.Path);
        Assert.Equal(
            ["first", "second"],
            Directory
                .EnumerateFiles(_folder.FullName, "*set-aside*", SearchOption.AllDirectories)
                .Order()
                .Select(File.ReadAllText)
        );
    }

    [Fact]
    public async Task A_read_only_file_stays_as_it_is()
    {
        await AddAsync(Solved("00-start-here", Now));
        File.SetAttributes(Path, FileAttributes.ReadOnly);
        try
        {
            var problem = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AddAsync(Solved("01-next", Now)));

            Assert.Equal($"'{Path}' is read-only.", problem.Message);
            Assert.Equal([Solved("00-start-here", Now)], Open().Read());
        }
        finally
        {
            File.SetAttributes(Path, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error()
    {
        await File.WriteAllTextAsync(
            System.IO.Path.Combine(_folder.FullName, "own"),
            "a file",
            TestContext.Current.CancellationToken
        );

        await Assert.ThrowsAsync<IOException>(() => AddAsync(Solved("00-start-here", Now)));
    }

    [Fact]
    public async Task A_folder_in_its_place_is_an_error_and_stays()
    {
        Directory.CreateDirectory(Path);

        var problem = await Assert.ThrowsAsync<IOException>(() => AddAsync(Solved("00-start-here", Now)));

        Assert.Equal($"'{Path}' is a folder, not a file.", problem.Message);
        Assert.True(Directory.Exists(Path));
    }

    // Every writer opens the lock anew, as a process of its own does.
    [Fact]
    public async Task Many_who_write_at_once_lose_nothing()
    {
        var lessons = Enumerable.Range(0, 40).Select(number => $"lesson-{number}").ToList();

        await Parallel.ForEachAsync(
            lessons,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 8,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (lesson, _) => await AddAsync(Solved(lesson, Now), TimeProvider.System)
        );

        Assert.Equal(lessons.Order(), Open().Read().Select(one => one.Lesson).Order());
        Assert.Equal(
            ["progress.json", "progress.json.lock"],
            Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!).Select(System.IO.Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task A_file_that_others_hold_for_too_long_is_an_error()
    {
        Write("");
        await using var held = new FileStream(Path + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var impatient = new ProgressFile(Path, new FakeTimeProvider(Now), TimeSpan.Zero);

        var problem = await Assert.ThrowsAsync<IOException>(() =>
            impatient.AddAsync(Solved("00-start-here", Now), TestContext.Current.CancellationToken)
        );

        Assert.Contains(".lock", problem.Message, StringComparison.Ordinal);
    }

    private Task<ProgressChange> AddAsync(SolvedExercise exercise, TimeProvider? clock = null) =>
        Open(clock).AddAsync(exercise, TestContext.Current.CancellationToken);

    private ProgressFile Open(TimeProvider? clock = null) =>
        new(Path, clock ?? new FakeTimeProvider(Now), TimeSpan.FromMinutes(1));

    private void Write(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, text);
    }

    private static SolvedExercise Solved(string lesson, DateTimeOffset at) =>
        new()
        {
            Collection = "a-course",
            Lesson = lesson,
            Exercise = "exercise",
            Solved = at,
        };
}
