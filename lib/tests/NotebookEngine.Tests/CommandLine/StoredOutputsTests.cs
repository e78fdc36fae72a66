using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.CommandLine;

/// <summary><c>run --update</c> and <c>run --check</c> on small notebooks, as a person gives them.</summary>
public sealed class StoredOutputsTests(Engine engine) : IDisposable
{
    private const string Volatile =
        "Console.WriteLine($\"{Guid.NewGuid()} at {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z\");";

    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Update_stores_outputs_and_counts_and_check_then_agrees()
    {
        var lesson = _checkout.Folder.Write(
            "notebooks/00-start.ipynb",
            new NotebookText().Code("first", Volatile).Markdown("then", "# Then").Code("second", "1 + 1").ToString()
        );

        var update = await _checkout.InvokeAsync("run", "--update");
        var check = await _checkout.InvokeAsync("run", "--check");

        Assert.Equal(["UPDATED 00-start", "1 passed, 0 failed"], update.Lines[^2..]);
        Assert.Equal(0, update.ExitCode);
        var cells = JsonNode.Parse(File.ReadAllText(lesson))!["cells"]!;
        Assert.Equal([1, 2], new[] { cells[0], cells[2] }.Select(cell => (int)cell!["execution_count"]!));
        Assert.Equal("2", (string?)cells[2]!["outputs"]![0]!["data"]!["text/plain"]![0]);
        Assert.Equal("1 passed, 0 failed", check.Lines[^1]);
        Assert.Equal(0, check.ExitCode);
        Assert.Equal(["notebooks/00-start.ipynb"], _checkout.Files());
    }

    [Fact]
    public async Task What_differs_in_volatile_values_only_is_not_rewritten()
    {
        var lesson = _checkout.Lesson("00-start", Volatile);
        await _checkout.InvokeAsync("run", "--update");
        var before = File.ReadAllBytes(lesson);

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--update");

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("UPDATED 00-start", lines);
        Assert.Equal(before, File.ReadAllBytes(lesson));
    }

    [Fact]
    public async Task A_stale_output_fails_the_check_with_the_place_and_both_lines()
    {
        var lesson = _checkout.Lesson("00-start", "Console.WriteLine(\"one\"); Console.WriteLine(\"two\");");
        await _checkout.InvokeAsync("run", "--update");
        File.WriteAllText(lesson, File.ReadAllText(lesson).Replace("\"two\\n\"", "\"zwei\\n\""));
        var before = File.ReadAllBytes(lesson);

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--check");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["STALE 00-start, cell 1 (only): output 1, text:", "   - zwei", "   + two", "0 passed, 1 failed"],
            lines[^4..]
        );
        Assert.Equal(before, File.ReadAllBytes(lesson));
    }

    [Fact]
    public async Task A_notebook_without_outputs_fails_the_check_in_one_line()
    {
        _checkout.Lesson("00-start", "1");

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--check");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["STALE 00-start: holds no outputs: run --update stores those of a fresh run", "0 passed, 1 failed"],
            lines[^2..]
        );
    }

    [Theory]
    [InlineData("System.IO.Directory.GetCurrentDirectory()", "a path of this machine: ")]
    [InlineData("\"client_secret=\" + new string('s', 30) + 1", "a secret: client_secre…")]
    [InlineData("\"-----BEGIN PRIVATE KEY-----\"", "a private key (PEM): -----BEGIN P…")]
    public async Task A_secret_a_key_and_a_path_are_neither_stored_nor_accepted(string source, string told)
    {
        var lesson = _checkout.Lesson("00-start", $"Console.WriteLine({source});");
        var before = File.ReadAllBytes(lesson);

        var update = await _checkout.InvokeAsync("run", "--update");

        Assert.Equal(1, update.ExitCode);
        Assert.StartsWith($"EXPOSED 00-start, cell 1 (only): output 1, text, line 1: {told}", update.Lines[^2]);
        Assert.Equal("0 passed, 1 failed", update.Lines[^1]);
        Assert.Equal(before, File.ReadAllBytes(lesson));

        await _checkout.InvokeAsync("run", "--out", "executed");
        File.Copy(_checkout.Folder.File("executed/00-start.ipynb"), lesson, overwrite: true);
        var check = await _checkout.InvokeAsync("run", "--check");

        Assert.Equal(1, check.ExitCode);
        Assert.StartsWith($"EXPOSED 00-start, cell 1 (only): output 1, text, line 1: {told}", check.Lines[^2]);
    }

    [Fact]
    public async Task A_notebook_that_fails_is_not_rewritten_and_others_are()
    {
        var failing = _checkout.Lesson("00-start", "throw new Exception(\"boom\");");
        var passing = _checkout.Lesson("01-next", "1");
        _checkout.Lesson("02-last", "1");
        var before = File.ReadAllBytes(failing);

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "00", "01", "--update");

        Assert.Equal(1, exitCode);
        Assert.Equal(["UPDATED 01-next", "1 passed, 1 failed"], lines[^2..]);
        Assert.Equal(before, File.ReadAllBytes(failing));
        Assert.Contains("\"execution_count\": 1", File.ReadAllText(passing));
        Assert.DoesNotContain("02-last", string.Concat(lines));
    }

    [Fact]
    public async Task A_notebook_saved_while_it_ran_keeps_what_was_saved()
    {
        var lesson = _checkout.Lesson("00-start", "System.IO.File.AppendAllText(\"00-start.ipynb\", \" \");");

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--update");

        Assert.Equal(1, exitCode);
        Assert.Equal("STALE 00-start: the file was changed while its cells ran: run --update again", lines[^2]);
        Assert.EndsWith("} ", File.ReadAllText(lesson), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_since_the_commit_is_told_apart_from_a_stale_commit()
    {
        var lesson = _checkout.Lesson("00-start", "Console.WriteLine(1);");
        await _checkout.InvokeAsync("run", "--update");
        await GitAsync("init", "--quiet");
        await GitAsync("add", ".");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "lessons");
        File.WriteAllText(lesson, File.ReadAllText(lesson).Replace("WriteLine(1)", "WriteLine(2)"));

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--check");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "EDITED 00-start: cells differ from the last commit (only), and the stored outputs are not theirs: "
                + "run --update stores those of a fresh run, git restore brings the committed notebook back",
            lines[^2]
        );
    }

    [Fact]
    public async Task Reports_tell_what_is_stale()
    {
        _checkout.Lesson("00-start", "1");

        await _checkout.InvokeAsync("run", "--check", "--junit", "out/a.xml", "--json", "out/a.json");

        Assert.Contains(
            "name=\"stored outputs of the notebook\"",
            File.ReadAllText(_checkout.Folder.File("out/a.xml"))
        );
        Assert.Equal(
            "STALE 00-start: holds no outputs: run --update stores those of a fresh run",
            (string?)
                JsonNode.Parse(File.ReadAllText(_checkout.Folder.File("out/a.json")))!["notebooks"]![0]![
                    "outputProblems"
                ]![0]
        );
    }

    private async Task GitAsync(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments) { WorkingDirectory = _checkout.Folder.Path }
        )!;
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
    }
}
