using System.Diagnostics;
using NotebookEngine.Sessions;

namespace NotebookEngine.Outputs;

/// <summary>What reaches a cell from code that it started, wherever that code runs.</summary>
/// <param name="Host">Takes the outputs, and asks for input.</param>
/// <param name="Flow">The threads that work for it, and whether they shall stop.</param>
/// <param name="Fail">Fails the cell: for an exception that nothing catches, with the frames that it passed.</param>
internal sealed record RunningCell(CellHost Host, CellFlow Flow, Action<Exception, StackTrace> Fail);
