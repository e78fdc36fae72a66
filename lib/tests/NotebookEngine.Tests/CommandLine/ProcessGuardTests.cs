namespace NotebookEngine.Tests.CommandLine;

/// <summary>What would end the process, or read its input, fails the cell; the run still reports.</summary>
public sealed class ProcessGuardTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("Environment.Exit(code)")]
    [InlineData("System.Environment.FailFast(\"gone\")")]
    public async Task A_call_that_would_end_the_process_fails_its_cell_alone(string call)
    {
        _checkout.Lesson("00-start", $"var code = 0;\n{call};");
        _checkout.Lesson("01-next", "1");

        var (exitCode, lines, _) = await RunAsync("run");

        Assert.Equal(1, exitCode);
        Assert.Contains("FAILED 00-start, cell 1 (only), line 2", lines);
        Assert.Contains(
            $"   UnsupportedCall: '{call}' would end the whole run, not the cell. To end a cell early, use return;",
            lines
        );
        Assert.Equal("1 passed, 1 failed", lines[^1]);
    }

    [Fact]
    public async Task A_run_that_a_library_ends_does_not_look_passed()
    {
        _checkout.Lesson("00-start", "typeof(Environment).GetMethod(\"Exit\").Invoke(null, [0]);");

        var (exitCode, _, errors) = await RunAsync("run");

        Assert.Equal(1, exitCode);
        Assert.Equal("ended too early: something that a cell called has ended the process", errors.Trim());
    }

    [Fact]
    public async Task A_method_of_the_cells_own_may_be_called_Exit()
    {
        _checkout.Lesson("00-start", "void Exit(int code) { }\nExit(0);");

        Assert.Equal("1 passed, 0 failed", (await RunAsync("run")).Lines[^1]);
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"stray\")).Start();")]
    [InlineData("async void Stray() { await Task.Yield(); throw new Exception(\"stray\"); }\nStray();")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => throw new Exception(\"stray\"));")]
    public async Task An_exception_that_nothing_catches_fails_the_cell_that_started_its_thread(string source)
    {
        _checkout.Lesson("00-start", $"{source}\nawait new TaskCompletionSource().Task;");

        var (exitCode, lines, _) = await RunAsync("run");

        Assert.Equal(1, exitCode);
        Assert.Contains("FAILED 00-start, cell 1 (only), line 1", lines);
        Assert.Contains("   System.Exception: stray", lines);
        Assert.Equal("0 passed, 1 failed", lines[^1]);
    }

    [Fact]
    public async Task Work_that_throws_after_its_cell_has_ended_fails_that_cell()
    {
        var notebook = new NotebookText()
            .Code(
                "cause",
                "var go = new System.Threading.ManualResetEventSlim();\nvar stray = new System.Threading.Thread(() => { go.Wait(); throw new Exception(\"stray\"); });\nstray.Start();"
            )
            .Code("after", "go.Set();\nstray.Join();");
        _checkout.Folder.Write("notebooks/00-start.ipynb", notebook.ToString());

        var (exitCode, lines, _) = await RunAsync("run");

        Assert.Equal(1, exitCode);
        Assert.Contains("FAILED 00-start, cell 1 (cause), line 2", lines);
        Assert.Equal("0 passed, 1 failed", lines[^1]);
    }

    [Theory]
    [InlineData("int Deeper(int depth) => Deeper(depth + 1) + 1;\nDeeper(0)")]
    [InlineData("class Deep { public int Er(int depth) { return Er(depth + 1) + 1; } }\nnew Deep().Er(0)")]
    [InlineData("Func<int, int> deeper = null;\ndeeper = depth => { return deeper(depth + 1) + 1; }; deeper(0)")]
    public async Task Endless_recursion_fails_its_cell_alone(string source)
    {
        _checkout.Lesson("00-start", source);
        _checkout.Lesson("01-next", "1");

        var (exitCode, lines, _) = await RunAsync("run");

        Assert.Equal(1, exitCode);
        Assert.Contains(
            lines,
            line => line.StartsWith("   System.InsufficientExecutionStackException: ", StringComparison.Ordinal)
        );
        Assert.Equal("1 passed, 1 failed", lines[^1]);
    }

    [Fact]
    public async Task Return_ends_a_cell_early()
    {
        _checkout.Lesson("00-start", "if (1 + 1 == 2) return;\nthrow new Exception();");

        Assert.Equal("1 passed, 0 failed", (await RunAsync("run")).Lines[^1]);
    }

    [Theory]
    [InlineData("Console.ReadLine()")]
    [InlineData("Console.Read()")]
    [InlineData("Console.In.ReadToEnd()")]
    public async Task A_cell_cannot_read_the_input_of_the_command(string source)
    {
        _checkout.Lesson("00-start", source);

        var (exitCode, lines, _) = await RunAsync("run");

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "   System.InvalidOperationException: A notebook that runs by itself has nobody to ask, so there is no console input. "
                + "Give the value in the cell",
            lines
        );
    }

    private Task<(int ExitCode, List<string> Lines, string Errors)> RunAsync(params string[] arguments) =>
        EngineProcess.RunAsync(_checkout.Folder.Path, arguments);
}
