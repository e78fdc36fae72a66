using System.Diagnostics;

namespace NotebookEngine.Outputs;

/// <summary>What reaches a cell from code that it started, wherever that code runs.</summary>
/// <param name="Output">Takes each output.</param>
/// <param name="Fail">Fails the cell: for an exception that nothing catches, with the frames that it passed.</param>
internal sealed record RunningCell(Action<CellOutput> Output, Action<Exception, StackTrace> Fail);
