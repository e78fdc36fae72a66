namespace NotebookEngine.Tests.Learners;

/// <summary><c>progress --team</c>: several people's files in one table.</summary>
public sealed class TeamProgressTests(Engine engine) : IDisposable
{
    private readonly LearnersFolder _learner = new(engine);

    public void Dispose() => _learner.Dispose();

    [Fact]
    public async Task Each_person_has_a_row_and_a_file_that_cannot_be_used_says_so()
    {
        WriteTeam();

        var (exitCode, lines, errors) = await _learner.InvokeWithAsync("off", "progress", "--team", "team");

        Assert.Equal(1, exitCode);
        Assert.Empty(errors);
        Assert.Equal(
            [
                "person  solved  last        00   01",
                "ada     2 of 3  2026-11-30  1/1  1/2",
                "bob     cannot be used: it is empty",
                "cy      0 of 3  -           0/1  0/2",
                "people: 3, files that cannot be used: 1",
            ],
            lines
        );
    }

    [Fact]
    public async Task As_json_the_problem_stands_with_its_person()
    {
        WriteTeam();

        var (exitCode, lines, _) = await _learner.InvokeWithAsync("off", "progress", "--team", "team", "--json");

        Assert.Equal(1, exitCode);
        Assert.Contains(
            """
                  "name": "bob",
                  "problem": "it is empty",
                  "solved": 0,
                  "lessons": []
            """.ReplaceLineEndings("\n"),
            string.Join('\n', lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_sums_up_the_files_that_can_be_used()
    {
        WriteTeam();

        var (_, lines, _) = await _learner.InvokeAsync("progress", "--team", "team", "--html", "team.html");

        Assert.Equal($"page:   {_learner.Folder.File("team.html")}", lines[^1]);
        Assert.Contains(
            "<p>2 of 6 exercises solved.",
            await File.ReadAllTextAsync(_learner.Folder.File("team.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_is_told_and_takes_nothing_from_the_table()
    {
        WriteTeam();

        var (exitCode, lines, errors) = await _learner.InvokeAsync(
            "progress",
            "--team",
            "team",
            "--html",
            "team/notes.txt/team.html"
        );

        Assert.Equal(5, exitCode);
        Assert.Equal("people: 3, files that cannot be used: 1", lines[^1]);
        Assert.StartsWith("the page could not be written: ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_replaces_an_earlier_page_and_no_other_file()
    {
        WriteTeam();
        var progress = _learner.Folder.File("team/ada.json");
        var before = await File.ReadAllBytesAsync(progress, TestContext.Current.CancellationToken);

        Assert.Empty((await _learner.InvokeAsync("progress", "--html", "mine.html")).Errors);
        Assert.Empty((await _learner.InvokeAsync("progress", "--html", "mine.html")).Errors);
        var (exitCode, lines, errors) = await _learner.InvokeAsync("progress", "--html", "team/ada.json");

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        Assert.Equal(
            [
                $"--html would replace '{progress}', which holds no page of progress: name another place, or delete that file",
            ],
            errors
        );
        Assert.Equal(before, await File.ReadAllBytesAsync(progress, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Hostile_names_are_text_in_every_form()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no files of such names.");
        _learner.Folder.Write("notebooks/collection.json", """{"name": "</title><script>alert(1)</script>"}""");
        _learner.Folder.Write("team/<img src=x onerror=alert(1)>&\u001b[31m.json", LearnersFolder.Document());

        var (exitCode, lines, _) = await _learner.InvokeAsync("progress", "--team", "team", "--html", "out/team.html");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("<img src=x onerror=alert(1)>&\\u001B[31m  0 of 3", lines[1], StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(
            _learner.Folder.File("out/team.html"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains(
            "<title>Progress: &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<th scope=\"row\">&lt;img src=x onerror=alert(1)&gt;&amp;\\u001B[31m</th>",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var (_, json, _) = await _learner.InvokeAsync("progress", "--team", "team", "--json");
        Assert.DoesNotContain('\u001b', string.Concat(json));
    }

    [Fact]
    public async Task A_folder_without_files_is_told()
    {
        var folder = _learner.Folder.File("nobody");
        Directory.CreateDirectory(folder);

        var (exitCode, _, errors) = await _learner.InvokeAsync("progress", "--team", "nobody");

        Assert.Equal(2, exitCode);
        Assert.Equal([$"{folder} holds no progress file: put one in for each person, as NAME.json"], errors);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var (exitCode, _, errors) = await _learner.InvokeAsync("progress", "--team", "nowhere");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("--team needs a folder that can be read: ", Assert.Single(errors), StringComparison.Ordinal);
    }

    private void WriteTeam()
    {
        _learner.Folder.Write(
            "team/ada.json",
            LearnersFolder.Document(
                LearnersFolder.Solved("00-start", "exercise"),
                LearnersFolder.Solved("01-next", "exercise-2", "2026-11-30T08:30:05Z")
            )
        );
        _learner.Folder.Write("team/bob.json", "");
        _learner.Folder.Write("team/cy.json", LearnersFolder.Document());
        _learner.Folder.Write("team/notes.txt", "no progress");
    }
}
