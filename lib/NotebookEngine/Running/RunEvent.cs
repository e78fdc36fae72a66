using NotebookEngine.Notebooks;

namespace NotebookEngine.Running;

/// <summary>What happens while notebooks run, as it happens, from several threads. All cases are nested here.</summary>
public abstract record RunEvent
{
    private RunEvent() { }

    /// <summary>Path of the notebook that it happens to.</summary>
    public abstract string Path { get; }

    public sealed record NotebookStarted(Notebook Notebook) : RunEvent
    {
        public override string Path => Notebook.Path;
    }

    /// <param name="Notebook">The notebook.</param>
    /// <param name="Cell">The cell that runs now.</param>
    /// <param name="Number">Position among the code cells, from 1.</param>
    public sealed record CellStarted(Notebook Notebook, NotebookCell Cell, int Number) : RunEvent
    {
        public override string Path => Notebook.Path;
    }

    public sealed record NotebookFinished(NotebookResult Result) : RunEvent
    {
        public override string Path => Result.Path;
    }
}
