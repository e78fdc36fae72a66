using System.Text.Json.Serialization;

namespace NotebookEngine.Learners;

/// <summary>An unknown member, a duplicate name, a null or a missing member is an error: what is not known would be lost in writing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ProgressDocument))]
internal sealed partial class ProgressFileJson : JsonSerializerContext;
