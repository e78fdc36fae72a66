using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Results;

/// <summary>A result that cannot be written exits 5, is told by itself, and takes nothing from the others.</summary>
public sealed class UnwrittenResultsTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Each_place_that_cannot_be_written_is_told_and_the_rest_is_written()
    {
        _checkout.Lesson("00-start", "1");
        _checkout.Lesson("01-next", "nonsense");
        var taken = _checkout.Folder.Write("taken", "a file, where a folder is asked for");
        Directory.CreateDirectory(_checkout.Folder.File("folder"));

        var (exitCode, lines, errors) = await _checkout.InvokeAsync(
            "run",
            "--out",
            "taken",
            "--json",
            "folder",
            "--summary",
            "taken/summary.md",
            "--junit",
            "results.xml"
        );

        Assert.Equal(5, exitCode);
        Assert.Equal("1 passed, 1 failed", lines[^1]);
        Assert.Equal(
            [
                $"results could not be written: --out: '{taken}' is a file, not a folder.",
                $"results could not be written: --json: '{_checkout.Folder.File("folder")}' is a folder, not a file.",
                $"results could not be written: --summary: '{taken}' is a file, not a folder.",
            ],
            errors
        );
        Assert.Contains("<testcase", File.ReadAllText(_checkout.Folder.File("results.xml")), StringComparison.Ordinal);
        Assert.Equal("a file, where a folder is asked for", File.ReadAllText(taken));
    }

    [Fact]
    public async Task A_circle_of_links_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not every user make links.");
        _checkout.Lesson("00-start", "1");
        var circle = _checkout.Folder.File("circle");
        File.CreateSymbolicLink(circle, "circle");

        var (exitCode, _, errors) = await _checkout.InvokeAsync("run", "--json", "circle");

        Assert.Equal(5, exitCode);
        Assert.Equal(
            [$"results could not be written: --json: '{circle}' is a link that leads back to itself."],
            errors
        );
    }

    [Fact]
    public async Task A_read_only_file_is_not_replaced()
    {
        var lesson = _checkout.Lesson("00-start", "1");
        var before = File.ReadAllBytes(lesson);
        var report = _checkout.Folder.Write("results.json", "");
        File.SetAttributes(report, FileAttributes.ReadOnly);
        File.SetAttributes(lesson, FileAttributes.ReadOnly);
        try
        {
            var (exitCode, lines, errors) = await _checkout.InvokeAsync("run", "--update", "--json", "results.json");

            Assert.Equal(5, exitCode);
            Assert.Equal("1 passed, 0 failed", lines[^1]);
            Assert.Equal(
                [
                    $"results could not be written: the stored outputs of 00-start: '{lesson}' is read-only.",
                    $"results could not be written: --json: '{report}' is read-only.",
                ],
                errors
            );
            Assert.Equal(before, File.ReadAllBytes(lesson));
        }
        finally
        {
            File.SetAttributes(report, FileAttributes.Normal);
            File.SetAttributes(lesson, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task A_full_disk_leaves_no_half_file_and_no_other_name_behind()
    {
        _checkout.Lesson("00-start", "1");
        const string Fill =
            "mount -t tmpfs -o size=16k tmpfs full 2> refused || exit 77; head -c 16384 /dev/zero > full/fill";
        var (exitCode, lines, errors) = await ShellRun.InAsync(
            _checkout.Folder.Path,
            $"mkdir full && unshare --user --map-root-user --mount sh -c '{Fill} && \"$0\" \"$@\"; code=$?; ls full; exit $code' "
                + "\"$0\" \"$1\" run 00 --json full/results.json --junit results.xml",
            "unshare",
            "util-linux"
        );

        // In some containers nobody may.
        Assert.SkipWhen(
            exitCode == 77 || errors.StartsWith("unshare: ", StringComparison.Ordinal),
            "This machine lets no test mount a disk of its own."
        );
        Assert.Equal(
            $"results could not be written: --json: No space left on device : '{_checkout.Folder.File("full/results.json")}'",
            errors.Trim()
        );
        Assert.Equal(5, exitCode);
        Assert.Equal(["1 passed, 0 failed", "fill"], lines[^2..]);
        Assert.Contains("<testcase", File.ReadAllText(_checkout.Folder.File("results.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_standard_output_takes_nothing_from_the_files()
    {
        _checkout.Lesson("00-start", "1");

        var (exitCode, _, errors) = await ShellRun.InAsync(
            _checkout.Folder.Path,
            "\"$0\" \"$1\" run 00 --json results.json > /dev/full"
        );

        Assert.Equal("standard output could not be written: No space left on device", errors.Trim());
        Assert.Equal(5, exitCode);
        Assert.Contains(
            "\"passed\": 1",
            File.ReadAllText(_checkout.Folder.File("results.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_full_standard_error_changes_no_exit_code()
    {
        var (exitCode, lines, _) = await ShellRun.InAsync(
            _checkout.Folder.Path,
            "\"$0\" \"$1\" run nothing 2> /dev/full; echo code $?; \"$0\" \"$1\" --help > /dev/full 2>&1; echo code $?"
        );

        Assert.Equal(["code 2", "code 5"], lines);
        Assert.Equal(0, exitCode);
    }
}
