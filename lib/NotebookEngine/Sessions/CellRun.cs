using Microsoft.CodeAnalysis.Scripting;
using NotebookEngine.Display;
using NotebookEngine.Outputs;

namespace NotebookEngine.Sessions;

/// <summary>One cell on its way: compiled, run, its value shown.</summary>
/// <param name="cell">The cell.</param>
/// <param name="previous">The state that it continues, or null for the first.</param>
/// <param name="compiler">Compiles it.</param>
/// <param name="explained">Explains what it throws.</param>
internal sealed class CellRun(
    CellText cell,
    ScriptState<object>? previous,
    CellCompiler compiler,
    ExceptionFailure explained
)
{
    private volatile ScriptState<object>? _state;
    private volatile bool _hasStarted;

    /// <summary>Whether the cell's own code has begun to run.</summary>
    internal bool HasStarted => _hasStarted;

    /// <summary>What the cell has left behind; null until its own code has ended.</summary>
    internal ScriptState<object>? State => _state;

    /// <summary>The threads that work for the cell.</summary>
    internal CellFlow Flow { get; } = new();

    /// <param name="host">Takes what the cell puts out.</param>
    /// <param name="compiled">Is told the name of the compiled assembly before it runs.</param>
    /// <param name="cancellationToken">Stops compiling; running code is interrupted through <see cref="Flow"/>.</param>
    /// <returns>Why the cell failed, or null; never throws.</returns>
    internal async Task<CellFailure?> ExecuteAsync(
        CellHost host,
        Action<string> compiled,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (cell.UnsupportedDirective() is { } unsupported)
            {
                return unsupported;
            }

            if (compiler.Compile(cell, previous?.Script, out var script, cancellationToken) is { } failure)
            {
                return failure;
            }

            compiled(script.GetCompilation().AssemblyName!);
            cancellationToken.ThrowIfCancellationRequested();
            return await RunAsync(script, host).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // A referenced library could not be loaded, compiling was cancelled, or an interrupt hit the explanation itself.
            return explained.From(problem, _state ?? previous);
        }
    }

    private async Task<CellFailure?> RunAsync(Script<object> script, CellHost host)
    {
        CurrentCell.Is(new RunningCell(host, Flow, Fail));
        _hasStarted = true;
        try
        {
            var state = await new CellContinuations(Flow).Call(() => RunAsync(script)).ConfigureAwait(false);
            _state = state;
            if (state is { Exception: null, ReturnValue: { } value and not DisplayedValue })
            {
                Show(value);
            }

            return state.Exception is { } thrown ? explained.From(thrown, state) : null;
        }
        catch (Exception problem)
        {
            // A value's own formatter threw. Here, for to explain that takes time, and the cell is at work until it is done.
            return explained.From(problem, _state ?? previous);
        }

        void Show(object value)
        {
            var shown = MimeBundle.Of(value);
            // The formatter writes what a property throws in place of its value; so the interrupt may have ended here.
            if (!Flow.IsInterrupted)
            {
                host.Output(new CellOutput.Returned(shown));
            }
        }

        void Fail(Exception thrown, System.Diagnostics.StackTrace trace)
        {
            if (!Flow.IsInterrupted)
            {
                host.Stray(explained.From(thrown, trace, _state ?? previous));
            }
        }
    }

    // The token would make Roslyn throw, and the variables would be lost.
    private Task<ScriptState<object>> RunAsync(Script<object> script) =>
        previous is null
            ? script.RunAsync(globals: null, catchException: _ => true, CancellationToken.None)
            : script.RunFromAsync(previous, catchException: _ => true, CancellationToken.None);
}
