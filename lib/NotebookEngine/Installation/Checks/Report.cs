namespace NotebookEngine.Installation.Checks;

/// <summary>All findings, for machines.</summary>
internal sealed record Report(int Problems, int Warnings, IReadOnlyList<Finding> Findings)
{
    internal static Report Of(IReadOnlyList<Finding> findings) =>
        new(
            findings.Count(finding => finding.Level == FindingLevel.Problem),
            findings.Count(finding => finding.Level == FindingLevel.Warning),
            findings
        );
}
