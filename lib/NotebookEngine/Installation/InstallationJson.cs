using System.Text.Json.Serialization;

namespace NotebookEngine.Installation;

/// <summary>Serialization of what an installation reads and writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(Kernelspec))]
[JsonSerializable(typeof(CopyRecord))]
internal sealed partial class InstallationJson : JsonSerializerContext;
