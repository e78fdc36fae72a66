namespace NotebookEngine.Tests.CommandLine;

/// <summary>One run, in a process of its own, of notebooks that would each end that process or take its input.</summary>
public sealed class GuardedRun : IDisposable
{
    private static readonly (string Notebook, string Source)[] Cases =
    [
        ("exit", "var code = 0;\nEnvironment.Exit(code);"),
        ("fail-fast", "var code = 0;\nSystem.Environment.FailFast(\"gone\");"),
        ("own-exit", "void Exit(int code) { }\nExit(0);"),
        ("early-return", "if (1 + 1 == 2) return;\nthrow new Exception();"),
        ("stray-thread", Stray("new System.Threading.Thread(() => throw new Exception(\"stray-thread\")).Start();")),
        (
            "stray-async-void",
            Stray("async void Run() { await Task.Yield(); throw new Exception(\"stray-async-void\"); }\nRun();")
        ),
        (
            "stray-pool",
            Stray("System.Threading.ThreadPool.QueueUserWorkItem(_ => throw new Exception(\"stray-pool\"));")
        ),
        ("deep-method", "int Deeper(int depth) => Deeper(depth + 1) + 1;\nDeeper(0)"),
        ("deep-class", "class Deep { public int Er(int depth) { return Er(depth + 1) + 1; } }\nnew Deep().Er(0)"),
        (
            "deep-lambda",
            "Func<int, int> deeper = null;\ndeeper = depth => { return deeper(depth + 1) + 1; }; deeper(0)"
        ),
        ("read-line", "Console.ReadLine()"),
        ("read", "Console.Read()"),
        ("read-to-end", "Console.In.ReadToEnd()"),
        ("undisturbed", "1"),
    ];

    private readonly TempFolder _folder = new();
    private readonly Lazy<Task<(int ExitCode, List<string> Lines, string Errors)>> _run;

    public GuardedRun()
    {
        foreach (var (notebook, source) in Cases)
        {
            Write(_folder, notebook, source);
        }

        var later = new NotebookText()
            .Code(
                "cause",
                "var go = new System.Threading.ManualResetEventSlim();\nvar stray = new System.Threading.Thread(() => { go.Wait(); throw new Exception(\"stray\"); });\nstray.Start();"
            )
            .Code("after", "go.Set();\nstray.Join();");
        _folder.Write("stray-later.ipynb", later.ToString());
        _run = new(() =>
            EngineProcess.RunAsync(
                _folder.Path,
                ["run", .. Cases.Select(one => one.Notebook).Append("stray-later").Select(name => $"{name}.ipynb")]
            )
        );
    }

    internal static void Write(TempFolder folder, string notebook, string source) =>
        folder.Write($"{notebook}.ipynb", new NotebookText().Code("only", source).ToString());

    /// <summary>The lines that tell why a notebook failed, from the one that names the cell; none where it passed.</summary>
    internal async Task<IReadOnlyList<string>> FailureOfAsync(string notebook)
    {
        var (_, lines, errors) = await _run.Value;
        Assert.True(lines.Any(line => line.StartsWith($"{notebook}  ")), $"{notebook} was not run: {errors}");
        var failure = lines.SkipWhile(line => !line.StartsWith($"FAILED {notebook}, ")).ToList();
        return [.. failure.Take(1), .. failure.Skip(1).TakeWhile(line => line.StartsWith(' '))];
    }

    /// <summary>The exit code, and the last line.</summary>
    internal async Task<(int ExitCode, string LastLine)> EndAsync()
    {
        var (exitCode, lines, _) = await _run.Value;
        return (exitCode, lines[^1]);
    }

    public void Dispose() => _folder.Dispose();

    private static string Stray(string source) => $"{source}\nawait new TaskCompletionSource().Task;";
}
