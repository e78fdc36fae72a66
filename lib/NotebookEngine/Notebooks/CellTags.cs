namespace NotebookEngine.Notebooks;

/// <summary>Cell tags with a meaning; both are nbclient's.</summary>
public static class CellTags
{
    /// <summary>The cell must throw, or fail to compile.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>The cell is not run.</summary>
    public const string SkipExecution = "skip-execution";
}
