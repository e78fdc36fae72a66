using System.Text.Json.Serialization;

namespace NotebookEngine.Reports;

/// <summary>Serialization of what the engine reports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ResultDocument))]
internal sealed partial class ReportJson : JsonSerializerContext;
