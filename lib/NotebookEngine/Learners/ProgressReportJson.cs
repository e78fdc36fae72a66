using System.Text.Json.Serialization;

namespace NotebookEngine.Learners;

/// <summary>Serialization of what the command reports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ProgressReport))]
internal sealed partial class ProgressReportJson : JsonSerializerContext;
