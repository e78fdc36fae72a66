namespace NotebookEngine.Sessions;

/// <summary>Ends a cell's code, on whatever thread it runs, after the cell was interrupted.</summary>
public sealed class CellInterruptedException() : OperationCanceledException("the cell was interrupted");
