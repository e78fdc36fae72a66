namespace NotebookEngine.Installation.Checks;

/// <summary>Looks at one side of a machine. What it finds is a finding, never an exception.</summary>
internal interface ICheck
{
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}
