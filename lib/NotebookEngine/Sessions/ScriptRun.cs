using System.Diagnostics;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Compiling;
using NotebookEngine.Display;
using NotebookEngine.Execution;
using NotebookEngine.Failures;

namespace NotebookEngine.Sessions;

/// <summary>Compiles one cell, runs it as a Roslyn script, and puts out its value.</summary>
/// <param name="execution">The cell's execution.</param>
/// <param name="cell">Its text, parsed.</param>
/// <param name="previous">The state that it continues, or null for the first.</param>
/// <param name="compiler">Compiles it.</param>
/// <param name="cells">The text of all cells of the session by id, for what it throws.</param>
internal sealed class ScriptRun(
    CellExecution execution,
    CellText cell,
    ScriptState<object>? previous,
    CellCompiler compiler,
    IReadOnlyDictionary<string, SourceText> cells
)
{
    private volatile ScriptState<object>? _state;

    /// <summary>What the cell has left behind; null until its own code has ended.</summary>
    internal ScriptState<object>? State => _state;

    // For failures: the cell's own variables once its code has ended, else those of the cells before.
    private ScriptState<object>? LatestState => _state ?? previous;

    /// <param name="compiled">Is told the name of the compiled assembly before it runs.</param>
    /// <returns>Why the cell failed, or null; never throws.</returns>
    internal async Task<CellFailure?> RunAsync(Action<string> compiled)
    {
        try
        {
            if (cell.UnsupportedDirective() is { } unsupported)
            {
                return unsupported;
            }

            if (compiler.Compile(cell, previous?.Script, out var script, execution.Interrupted) is { } failure)
            {
                return failure;
            }

            compiled(script.GetCompilation().AssemblyName!);
            execution.Interrupted.ThrowIfCancellationRequested();
            return await RunAsync(script).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // A referenced library could not be loaded, compiling was cancelled, or an interrupt hit the explanation itself.
            return Explain(problem, LatestState);
        }
    }

    private async Task<CellFailure?> RunAsync(Script<object> script)
    {
        execution.Start(Explain);
        try
        {
            var state = await execution.Threads.Call(() => RunScriptAsync(script)).ConfigureAwait(false);
            _state = state;
            if (state is { Exception: null, ReturnValue: { } value and not DisplayedValue })
            {
                Show(value);
            }

            return state.Exception is { } thrown ? Explain(thrown, state) : null;
        }
        catch (Exception problem)
        {
            // A value's own formatter threw. Explained here because that takes time, and the cell counts as at work until it is done.
            return Explain(problem, LatestState);
        }
    }

    private void Show(object value)
    {
        var shown = ValueFormatter.Format(value);
        // The formatter writes what a property throws in place of its value; so the interrupt may have ended here.
        if (!execution.Threads.IsInterrupted)
        {
            execution.Return(shown);
        }
    }

    // The token would make Roslyn throw, and the variables would be lost.
    private Task<ScriptState<object>> RunScriptAsync(Script<object> script) =>
        previous is null
            ? script.RunAsync(globals: null, catchException: _ => true, CancellationToken.None)
            : script.RunFromAsync(previous, catchException: _ => true, CancellationToken.None);

    private CellFailure Explain(Exception thrown, ScriptState? state) =>
        new ExceptionFailure(cell, cells).From(thrown, state);

    private CellFailure Explain(Exception thrown, StackTrace trace) =>
        new ExceptionFailure(cell, cells).From(thrown, trace, LatestState);
}
