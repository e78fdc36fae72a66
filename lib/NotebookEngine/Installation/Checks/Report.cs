using System.Text.Json;
using System.Text.Json.Serialization;

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

    internal string ToJson() => JsonSerializer.Serialize(this, DoctorJson.Default.Report);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(Report))]
internal sealed partial class DoctorJson : JsonSerializerContext;
