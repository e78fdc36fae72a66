using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Compiling;
using NotebookEngine.Execution;
using NotebookEngine.Outputs;

namespace NotebookEngine.Sessions;

/// <summary>
/// The state that the cells of one notebook share: variables, usings, loaded assemblies. Cells are executed one after the
/// other. Libraries loaded by <c>#r</c> belong to the session; another session has its own copy.
/// </summary>
internal sealed class NotebookSession : IDisposable
{
    private static readonly string[] Usings =
    [
        "System",
        "System.Text",
        "System.Collections",
        "System.Collections.Generic",
        "System.Threading.Tasks",
        "System.Linq",
        "NotebookEngine.Display",
    ];

    private readonly TimeProvider _clock;
    private readonly CellAssemblies _assemblies;
    private readonly ConcurrentBag<string> _assemblyNames = [];
    private readonly CellCompiler _compiler;
    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly ConcurrentDictionary<string, SourceText> _cells = new(StringComparer.Ordinal);
    private ScriptState<object>? _state;

    /// <param name="folder">Absolute path; <c>#r</c> and <c>#load</c> start there.</param>
    /// <param name="references">Shared by all sessions.</param>
    /// <param name="assemblies">Is told of each compiled cell.</param>
    /// <param name="clock">Measures <c>#!time</c>.</param>
    internal NotebookSession(string folder, CellReferences references, CellAssemblies assemblies, TimeProvider clock)
    {
        _assemblies = assemblies;
        Folder = folder;
        _clock = clock;
        var libraries = new SessionLibraries(_loader);
        Options = ScriptOptions
            .Default.WithLanguageVersion(LanguageVersion.CSharp14)
            .WithImports(Usings)
            .WithReferences(references.Assemblies)
            .WithMetadataResolver(new CellFileResolver(folder, libraries))
            .WithSourceResolver(new CellSourceResolver(folder))
            .WithEmitDebugInformation(true)
            .WithFileEncoding(System.Text.Encoding.UTF8);
        _compiler = new CellCompiler(folder, references, libraries, Options, _loader);
    }

    /// <summary>The last submission that ran, with all before it; null before the first.</summary>
    internal Script? Script => _state?.Script;

    /// <summary>Where <c>#r</c> and <c>#load</c> start; absolute.</summary>
    internal string Folder { get; }

    /// <summary>How submissions are compiled, and where their <c>#r</c> and <c>#load</c> are looked for.</summary>
    internal ScriptOptions Options { get; }

    /// <summary>The text of the cells that were run, by id: what is compiled has checks written into it.</summary>
    internal IReadOnlyDictionary<string, SourceText> Cells => _cells;

    /// <summary>
    /// Compiles and runs one cell on a thread of its own. An interrupted execution ends soon, whatever the cell is doing, and the
    /// session can be used.
    /// </summary>
    /// <returns>Why the cell's own code failed, or null. Variables assigned before a failure are kept.</returns>
    internal Task<CellFailure?> ExecuteAsync(CellExecution execution) => ExecuteAsync(execution, isKept: true);

    /// <summary>
    /// Runs an expression as a cell is run, in the session's present state. What it changes stays changed, but the session
    /// remembers nothing of it.
    /// </summary>
    /// <returns>Why it failed, or null.</returns>
    internal Task<CellFailure?> EvaluateAsync(CellExecution execution) => ExecuteAsync(execution, isKept: false);

    /// <summary>Releases what the session holds of the process; code that still runs goes on.</summary>
    public void Dispose()
    {
        foreach (var name in _assemblyNames)
        {
            _assemblies.Remove(name);
        }

        _loader.Dispose();
    }

    private async Task<CellFailure?> ExecuteAsync(CellExecution execution, bool isKept)
    {
        if (NestingLimit.FailureOf(execution.Source) is { } tooDeep)
        {
            return tooDeep;
        }

        var started = _clock.GetTimestamp();
        var cell = CellText.Parse(execution.Id, execution.Source);
        if (NestingLimit.FailureOf(cell.Root) is { } tooLong)
        {
            return tooLong;
        }

        if (isKept)
        {
            _cells[execution.Id] = cell.Text;
        }

        var (failure, state) = await RunAsync(execution, cell).ConfigureAwait(false);
        if (isKept)
        {
            _state = state ?? _state;
        }

        if (cell.IsTimed)
        {
            var wall = _clock.GetElapsedTime(started);
            execution.Output(
                new CellOutput.Printed(
                    CellOutput.Printed.StandardOutput,
                    FormattableString.Invariant($"Wall time: {wall.TotalMilliseconds:0.####}ms\n")
                )
            );
        }

        return failure;
    }

    private async Task<(CellFailure? Failure, ScriptState<object>? State)> RunAsync(
        CellExecution execution,
        CellText cell
    )
    {
        var run = new ScriptRun(execution, cell, _state, _compiler, _cells);
        var ended = Task
            .Factory.StartNew(
                () => run.RunAsync(Compiled),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .Unwrap();
        var left = await new CellInterruption(execution, _clock).WaitAsync(ended).ConfigureAwait(false);
        // Read once: a cell that was given up may end later, and must not take the session back.
        var state = run.State;
        var failure = ended.IsCompleted ? await ended.ConfigureAwait(false) : null;
        return left is { } work
            ? (
                InterruptedFailure.Of(work, isLost: execution.HasStarted && state is null && cell.Declares, failure),
                state
            )
            : (failure, state);

        void Compiled(string assembly)
        {
            _assemblyNames.Add(assembly);
            _assemblies.Add(assembly, execution.Output);
        }
    }
}
