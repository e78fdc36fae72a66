using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
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
    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.CSharp14,
        kind: SourceCodeKind.Script
    );

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

    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly CellAssemblies _assemblies;
    private readonly List<string> _assemblyNames = [];
    private readonly ScriptOptions _options;
    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly ConcurrentDictionary<string, CellText> _cells = new(StringComparer.Ordinal);
    private ScriptState<object>? _state;

    /// <param name="folder">Absolute path; <c>#r</c> and <c>#load</c> start there.</param>
    /// <param name="references">Shared by all sessions.</param>
    /// <param name="assemblies">Is told of each compiled cell.</param>
    /// <param name="clock">Measures <c>#!time</c>.</param>
    internal NotebookSession(string folder, CellReferences references, CellAssemblies assemblies, TimeProvider clock)
    {
        _assemblies = assemblies;
        _folder = folder;
        _clock = clock;
        _options = ScriptOptions
            .Default.WithLanguageVersion(LanguageVersion.CSharp14)
            .WithImports(Usings)
            .WithReferences(references.Assemblies)
            .WithMetadataResolver(new CellFileResolver(folder, new SessionLibraries(_loader)))
            .WithSourceResolver(new CellSourceResolver(folder))
            .WithEmitDebugInformation(true)
            .WithFileEncoding(System.Text.Encoding.UTF8);
    }

    /// <summary>
    /// Compiles and runs one cell on a thread of its own, so that a caller may stop waiting for a cell that never ends.
    /// </summary>
    /// <param name="id">Names the cell in stack frames; unique within the session.</param>
    /// <param name="source">The cell's text.</param>
    /// <param name="host">Takes what the cell puts out.</param>
    /// <param name="cancellationToken">Stops compiling; a running cell sees nothing of it.</param>
    /// <returns>Why the cell failed, or null. Variables assigned before a failure are kept.</returns>
    internal Task<CellFailure?> ExecuteAsync(
        string id,
        string source,
        CellHost host,
        CancellationToken cancellationToken
    ) =>
        Task
            .Factory.StartNew(
                () => ExecuteHereAsync(id, source, host, cancellationToken),
                cancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .Unwrap();

    /// <summary>The last submission that ran, with all before it; null before the first.</summary>
    internal Script? Script => _state?.Script;

    /// <summary>Where <c>#r</c> and <c>#load</c> start; absolute.</summary>
    internal string Folder => _folder;

    /// <summary>How submissions are compiled, and where their <c>#r</c> and <c>#load</c> are looked for.</summary>
    internal ScriptOptions Options => _options;

    /// <summary>Releases what the session holds of the process; code that still runs goes on.</summary>
    public void Dispose()
    {
        _assemblyNames.ForEach(_assemblies.Remove);
        _loader.Dispose();
    }

    private async Task<CellFailure?> ExecuteHereAsync(
        string id,
        string source,
        CellHost host,
        CancellationToken cancellationToken
    )
    {
        var started = _clock.GetTimestamp();
        var cell = CellText.Parse(id, source, ParseOptions);
        _cells[id] = cell;
        CurrentCell.Is(
            new RunningCell(
                host,
                (thrown, trace) => host.Stray(new ExceptionFailure(cell, _cells).From(thrown, trace, _state))
            )
        );
        var failure = await CompileAndRunAsync(cell, host.Output, cancellationToken);
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

    private async Task<CellFailure?> CompileAndRunAsync(
        CellText cell,
        Action<CellOutput> output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return cell.UnsupportedDirective()
                ?? Compile(cell, out var script, cancellationToken)
                ?? await RunAsync(cell, script, output, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // A value's own formatter threw, or a referenced library could not be loaded.
            return new ExceptionFailure(cell, _cells).From(problem, _state);
        }
    }

    private CellFailure? Compile(CellText cell, out Script<object> script, CancellationToken cancellationToken)
    {
        var options = _options.WithFilePath(cell.Id);
        var code = cell.Code.ToString();
        script = _state is null
            ? CSharpScript.Create<object>(code, options, assemblyLoader: _loader)
            : _state.Script.ContinueWith<object>(code, options);
        return new CompilationFailure(cell, _folder).From(script.Compile(cancellationToken))
            ?? new ProcessEndingCalls(cell).In(script.GetCompilation());
    }

    private async Task<CellFailure?> RunAsync(
        CellText cell,
        Script<object> script,
        Action<CellOutput> output,
        CancellationToken cancellationToken
    )
    {
        var assembly = script.GetCompilation().AssemblyName!;
        _assemblyNames.Add(assembly);
        _assemblies.Add(assembly, output);
        _state = _state is null
            ? await script.RunAsync(globals: null, catchException: _ => true, cancellationToken)
            : await script.RunFromAsync(_state, catchException: _ => true, cancellationToken);
        if (_state is { Exception: null, ReturnValue: { } value })
        {
            output(new CellOutput.Returned(MimeBundle.Of(value)));
        }

        return _state.Exception is { } thrown ? new ExceptionFailure(cell, _cells).From(thrown, _state) : null;
    }
}
