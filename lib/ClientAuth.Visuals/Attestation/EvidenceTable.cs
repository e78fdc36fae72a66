namespace ClientAuth.Visuals.Attestation;

/// <summary>A part of what a platform says, as a table to be shown.</summary>
internal sealed record EvidenceTable(
    string Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);
