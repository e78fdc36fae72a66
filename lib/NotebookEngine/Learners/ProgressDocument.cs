using System.Text.Json.Serialization;

namespace NotebookEngine.Learners;

/// <summary>The content of a progress file; lib/README.md describes the format for other writers.</summary>
internal sealed record ProgressDocument
{
    internal const string FormatName = "notebook-progress";
    internal const int KnownVersion = 1;

    public required string Format { get; init; }

    public required int Version { get; init; }

    /// <summary>In the order in which they were solved.</summary>
    public required IReadOnlyList<SolvedExercise> Exercises { get; init; }
}

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
