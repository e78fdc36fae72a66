namespace NotebookEngine.Installation.Checks;

/// <summary>Checks one thing about a machine. A problem is a finding, never an exception.</summary>
internal interface ICheck
{
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}
