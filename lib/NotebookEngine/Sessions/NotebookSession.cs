using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
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
    private readonly ConcurrentDictionary<string, CellLines> _cells = new(StringComparer.Ordinal);
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
    internal IReadOnlyDictionary<string, CellLines> Cells => _cells;

    /// <summary>
    /// Compiles and runs one cell on a thread of its own. Cancelling interrupts it: the task then ends soon, whatever the
    /// cell is doing, and the session can be used.
    /// </summary>
    /// <param name="id">Names the cell in stack frames; unique within the session.</param>
    /// <param name="source">The cell's text.</param>
    /// <param name="host">Takes what the cell puts out.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    /// <returns>Why the cell failed, or null. Variables assigned before a failure are kept.</returns>
    internal async Task<CellFailure?> ExecuteAsync(
        string id,
        string source,
        CellHost host,
        CancellationToken cancellationToken
    )
    {
        if (Nesting.FailureOf(source) is { } tooDeep)
        {
            return tooDeep;
        }

        var started = _clock.GetTimestamp();
        var cell = CellText.Parse(id, source);
        if (Nesting.FailureOf(cell.Root) is { } tooLong)
        {
            return tooLong;
        }

        _cells[id] = cell.Lines;
        var (failure, state) = await ExecuteAsync(cell, host, cancellationToken).ConfigureAwait(false);
        _state = state ?? _state;
        if (cell.IsTimed)
        {
            var wall = _clock.GetElapsedTime(started);
            host.Output(
                new CellOutput.Printed(
                    CellOutput.Printed.StandardOutput,
                    FormattableString.Invariant($"Wall time: {wall.TotalMilliseconds:0.####}ms\n")
                )
            );
        }

        return failure;
    }

    /// <summary>
    /// Runs an expression as a cell is run, in the session's present state. What it changes stays changed, but the session
    /// remembers nothing of it.
    /// </summary>
    /// <param name="id">Names it in stack frames; unique within the session.</param>
    /// <param name="source">The expression.</param>
    /// <param name="host">Takes its value.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>Why it failed, or null.</returns>
    internal async Task<CellFailure?> EvaluateAsync(
        string id,
        string source,
        CellHost host,
        CancellationToken cancellationToken
    )
    {
        if (Nesting.FailureOf(source) is { } tooDeep)
        {
            return tooDeep;
        }

        var expression = CellText.Parse(id, source);
        return Nesting.FailureOf(expression.Root)
            ?? (await ExecuteAsync(expression, host, cancellationToken).ConfigureAwait(false)).Failure;
    }

    /// <summary>Releases what the session holds of the process; code that still runs goes on.</summary>
    public void Dispose()
    {
        foreach (var name in _assemblyNames)
        {
            _assemblies.Remove(name);
        }

        _loader.Dispose();
    }

    private async Task<(CellFailure? Failure, ScriptState<object>? State)> ExecuteAsync(
        CellText cell,
        CellHost host,
        CancellationToken cancellationToken
    )
    {
        var run = new CellRun(cell, _state, _compiler, new ExceptionFailure(cell, _cells));
        var ended = Task
            .Factory.StartNew(
                () => run.ExecuteAsync(host, Compiled, cancellationToken),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .Unwrap();
        var left = await new CellInterruption(run, _clock).WaitAsync(ended, cancellationToken).ConfigureAwait(false);
        // Read once: a cell that was given up may end later, and must not take the session back.
        var state = run.State;
        var failure = ended.IsCompleted ? await ended.ConfigureAwait(false) : null;
        return left is { } work
            ? (InterruptedFailure.Of(work, isLost: run.HasStarted && state is null && cell.Declares, failure), state)
            : (failure, state);

        void Compiled(string assembly)
        {
            _assemblyNames.Add(assembly);
            _assemblies.Add(assembly, host.Output);
        }
    }
}
