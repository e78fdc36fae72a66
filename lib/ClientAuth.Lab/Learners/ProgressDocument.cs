using System.Text.Json.Serialization;

namespace ClientAuth.Lab.Learners;

/// <summary>What a progress file holds.</summary>
internal sealed record ProgressDocument
{
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
internal sealed partial class ProgressJson : JsonSerializerContext;
