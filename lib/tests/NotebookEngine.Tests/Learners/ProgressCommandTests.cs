namespace NotebookEngine.Tests.Learners;

/// <summary><c>progress</c>: what a learner has solved, and what is next.</summary>
public sealed class ProgressCommandTests(Engine engine) : IDisposable
{
    private readonly LearnersFolder _learner = new(engine);

    public void Dispose() => _learner.Dispose();

    [Fact]
    public async Task Each_lesson_with_exercises_has_a_row_and_the_next_is_named()
    {
        await WriteAsync(
            LearnersFolder.Document(
                LearnersFolder.Solved("00-start", "exercise"),
                LearnersFolder.Solved("01-next", "exercise-2"),
                LearnersFolder.Solved("01-next", "gone"),
                LearnersFolder.Solved("01-next", "exercise").Replace("a-course", "another", StringComparison.Ordinal)
            )
        );

        var (exitCode, lines, errors) = await _learner.InvokeAsync("progress");

        Assert.Equal(0, exitCode);
        Assert.Empty(errors);
        Assert.Equal(
            [
                "00-start  1 of 1",
                "01-next   1 of 2",
                "solved: 2 of 3",
                "next:   cell 'exercise' of notebooks/01-next.ipynb",
                $"file:   {_learner.File}",
            ],
            lines
        );
    }

    [Fact]
    public async Task Without_a_file_nothing_is_solved_and_the_first_is_next()
    {
        var (exitCode, lines, _) = await _learner.InvokeAsync("progress");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "solved: 0 of 3",
                "next:   cell 'exercise' of notebooks/00-start.ipynb",
                $"file:   {_learner.File} (nothing is recorded yet)",
            ],
            lines[^3..]
        );
        Assert.False(File.Exists(_learner.File));
    }

    [Fact]
    public async Task Where_all_are_solved_nothing_is_next()
    {
        await WriteAsync(
            LearnersFolder.Document(
                LearnersFolder.Solved("00-start", "exercise"),
                LearnersFolder.Solved("01-next", "exercise"),
                LearnersFolder.Solved("01-next", "exercise-2")
            )
        );

        Assert.Equal("next:   nothing, all are solved", (await _learner.InvokeAsync("progress")).Lines[^2]);
    }

    [Fact]
    public async Task Without_the_variable_the_file_is_in_the_users_own_folder()
    {
        var (exitCode, lines, _) = await _learner.InvokeWithAsync(null, "progress");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            $"file:   {_learner.Folder.Path}/own/.local/share/notebook-progress/progress.json (nothing is recorded yet)",
            lines[^1].Replace('\\', '/')
        );
    }

    [Theory]
    [InlineData(
        "off",
        "no progress is recorded here: NOTEBOOK_PROGRESS is 'off'. Unset it, or set it to the absolute path of a file"
    )]
    [InlineData("mine.json", "NOTEBOOK_PROGRESS is 'mine.json': make it the absolute path of a file, or 'off'")]
    [InlineData("/", "NOTEBOOK_PROGRESS is '/': make it the absolute path of a file, or 'off'")]
    public async Task A_place_that_is_none_is_told(string variable, string message)
    {
        var (exitCode, lines, errors) = await _learner.InvokeWithAsync(variable, "progress");

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        Assert.Equal([message], errors);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("{\n\"format", "line 2 is not valid in version 1 of the format")]
    [InlineData("""{"format": "notebook-progress"}""", "it has no version")]
    [InlineData("""{"format": "notebook-progress", "version": 0}""", "its version is 0, older than 1")]
    [InlineData(
        """{"format": "notebook-progress", "version": 2}""",
        "its version is 2, newer than 1",
        "update this checkout: a newer one has written the file"
    )]
    [InlineData("""{"format": "other", "version": 1}""", "its format is not 'notebook-progress'")]
    [InlineData(
        """{"format": "notebook-progress", "version": 1, "exercises": [{}]}""",
        "line 1 is not valid in version 1 of the format"
    )]
    [InlineData("""{"format": "notebook-progress", "version": 1, "exercises": [null]}""", "an exercise has no name")]
    public async Task A_file_that_cannot_be_used_is_told_and_left_alone(
        string text,
        string reason,
        string remedy = "mend it, or begin anew with 'progress reset --all', which keeps this file under another name"
    )
    {
        await WriteAsync(text);

        foreach (var command in new[] { new[] { "progress" }, ["progress", "reset", "00"] })
        {
            var (exitCode, lines, errors) = await _learner.InvokeAsync(command);

            Assert.Equal(1, exitCode);
            Assert.Empty(lines);
            Assert.Equal([$"{_learner.File} cannot be used: {reason}", $"  remedy: {remedy}"], errors);
        }

        Assert.Equal(text, await ReadAsync(_learner.File));
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_told()
    {
        Directory.CreateDirectory(_learner.File);

        var (exitCode, _, errors) = await _learner.InvokeAsync("progress");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                $"{_learner.File} cannot be used: it is a folder",
                "  remedy: set NOTEBOOK_PROGRESS to the absolute path of another file",
            ],
            errors
        );
    }

    [Fact]
    public async Task A_notebook_that_cannot_be_read_is_told()
    {
        var broken = _learner.Folder.Write("notebooks/03-broken.ipynb", "");

        var (exitCode, _, errors) = await _learner.InvokeAsync("progress");

        Assert.Equal(4, exitCode);
        Assert.Contains(broken, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_without_exercises_is_told()
    {
        File.Delete(_learner.Folder.File("notebooks/00-start.ipynb"));
        File.Delete(_learner.Folder.File("notebooks/01-next.ipynb"));

        var (exitCode, lines, errors) = await _learner.InvokeAsync("progress");

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        Assert.Equal(
            [
                $"no notebook in {_learner.Folder.File("notebooks")} has an exercise: "
                    + "a code cell with the id 'exercise', 'exercise-2' and so on",
            ],
            errors
        );
    }

    [Fact]
    public async Task A_name_that_is_none_in_collection_json_is_told()
    {
        var file = _learner.Folder.Write("notebooks/collection.json", "{}");

        var (exitCode, _, errors) = await _learner.InvokeAsync("progress");

        Assert.Equal(2, exitCode);
        Assert.Equal([$"{file} must be an object with a \"name\", a text that is not empty"], errors);
    }

    private Task WriteAsync(string text) =>
        File.WriteAllTextAsync(_learner.File, text, TestContext.Current.CancellationToken);

    private static Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
