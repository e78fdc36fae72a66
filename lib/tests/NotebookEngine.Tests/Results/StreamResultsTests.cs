using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Results;

/// <summary>What is no regular file is written into, and is there afterwards as before.</summary>
public sealed class StreamResultsTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Through_a_link_the_file_is_written_and_the_link_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not every user make links.");
        var lesson = _checkout.Lesson("real", "1");
        File.Move(lesson, _checkout.Folder.File("real.ipynb"));
        var links = new Dictionary<string, string>
        {
            ["notebooks/00-start.ipynb"] = "../real.ipynb",
            ["a.json"] = "kept/a.json",
            ["b.xml"] = "a-link-to-b.xml",
            ["a-link-to-b.xml"] = "kept/b.xml",
        };
        _checkout.Folder.Write("kept/a.json", "");
        foreach (var (link, target) in links)
        {
            File.CreateSymbolicLink(_checkout.Folder.File(link), target);
        }

        var (exitCode, lines, errors) = await _checkout.InvokeAsync([
            "run",
            "--update",
            "--json",
            "a.json",
            "--junit",
            "b.xml",
        ]);

        Assert.Empty(errors);
        Assert.Equal((0, "UPDATED 00-start"), (exitCode, lines[^2]));
        Assert.All(links, link => Assert.Equal(link.Value, new FileInfo(_checkout.Folder.File(link.Key)).LinkTarget));
        Assert.Contains("execute_result", Read("real.ipynb"), StringComparison.Ordinal);
        Assert.Contains("\"passed\": 1", Read("kept/a.json"), StringComparison.Ordinal);
        Assert.Contains("<testcase", Read("kept/b.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_a_device_and_standard_output_get_the_text_and_a_full_device_is_told()
    {
        _checkout.Lesson("00-start", "1");
        const string Run =
            "\"$0\" \"$1\" run 00 --json pipe --out out --summary out/full --junit /dev/stdout > log; code=$?";

        var (exitCode, lines, errors) = await ShellRun.InAsync(
            _checkout.Folder.Path,
            "mkfifo pipe; mkdir out; ln -s /dev/null out/00-start.ipynb; ln -s /dev/full out/full; cat pipe > read & "
                + $"{Run}; wait; ls -l pipe out/full out/00-start.ipynb /dev/full | cut -c1; exit $code"
        );

        Assert.Equal(
            $"results could not be written: --summary: No space left on device : '{_checkout.Folder.File("out/full")}'",
            errors.Trim()
        );
        Assert.Equal(5, exitCode);
        Assert.Equal(["c", "l", "l", "p"], lines.Order(StringComparer.Ordinal));
        Assert.Contains("\"passed\": 1", Read("read"), StringComparison.Ordinal);
        var log = Read("log").Split('\n');
        Assert.StartsWith("00-start  passed in", log[1], StringComparison.Ordinal);
        Assert.Equal("<testsuites>", log[3]);
        Assert.Equal(["</testsuites>", "1 passed, 0 failed", ""], log[^3..]);
    }

    [Fact]
    public async Task A_pipe_or_a_device_in_the_place_of_a_notebook_is_unreadable_and_not_waited_for()
    {
        _checkout.Lesson("00-start", "1");
        Assert.Empty((await ShellRun.InAsync(_checkout.Folder.Path, "mkfifo pipe.ipynb")).Errors);
        var pipe = _checkout.Folder.File("pipe.ipynb");

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "pipe.ipynb", "/dev/zero", "00");

        Assert.Equal(4, exitCode);
        Assert.Equal(
            [
                $"UNREADABLE {pipe}",
                $"   cannot be read: '{pipe}' is a pipe or a device, not a file.",
                "UNREADABLE /dev/zero",
                "   cannot be read: '/dev/zero' is a pipe or a device, not a file.",
                "1 passed, 2 failed",
            ],
            lines[^5..]
        );
    }

    private string Read(string name) => File.ReadAllText(_checkout.Folder.File(name));
}
