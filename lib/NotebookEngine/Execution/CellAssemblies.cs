using System.Collections.Concurrent;
using System.Diagnostics;
using NotebookEngine.Outputs;

namespace NotebookEngine.Execution;

/// <summary>
/// Where the outputs of the compiled cells go, by assembly. A web server runs its handlers outside the flow of work that started it;
/// there the cell whose code is on the stack says whose output it is.
/// </summary>
internal sealed class CellAssemblies
{
    private readonly ConcurrentDictionary<string, Action<CellOutput>> _outputs = new(StringComparer.Ordinal);

    internal void Add(string assemblyName, Action<CellOutput> output) => _outputs[assemblyName] = output;

    internal void Remove(string assemblyName) => _outputs.TryRemove(assemblyName, out _);

    /// <summary>Where the nearest caller that is a cell sends its output, or null.</summary>
    internal Action<CellOutput>? OutputOfCaller() =>
        _outputs.IsEmpty
            ? null
            : new StackTrace(fNeedFileInfo: false)
                .GetFrames()
                .Select(frame => frame.GetMethod()?.Module.Assembly.GetName().Name ?? "")
                .Select(assembly => _outputs.GetValueOrDefault(assembly))
                .FirstOrDefault(output => output is not null);
}
