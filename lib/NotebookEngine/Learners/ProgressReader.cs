using System.Globalization;
using System.Text.Json;

namespace NotebookEngine.Learners;

/// <summary>Reads progress files, and changes none.</summary>
internal static class ProgressReader
{
    /// <summary>What a file holds; nothing where there is none yet.</summary>
    /// <exception cref="UnusableProgressException">It cannot be read, or is no progress of a version known here.</exception>
    internal static IReadOnlyList<SolvedExercise> Read(string path)
    {
        try
        {
            return Directory.Exists(path) ? throw new UnusableProgressException(path, "it is a folder")
                : File.Exists(path) ? Parse(path, File.ReadAllText(path))
                : [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableProgressException(path, problem.Message);
        }
    }

    private static IReadOnlyList<SolvedExercise> Parse(string path, string text)
    {
        try
        {
            if (MistakeIn(text) is { } mistake)
            {
                throw new UnusableProgressException(path, mistake);
            }

            var exercises = JsonSerializer.Deserialize(text, ProgressFileJson.Default.ProgressDocument)!.Exercises;
            return exercises.All(IsNamed)
                ? exercises
                : throw new UnusableProgressException(path, "an exercise has no name");
        }
        catch (JsonException problem)
        {
            throw new UnusableProgressException(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"line {problem.LineNumber + 1} is not valid in version {ProgressDocument.KnownVersion} of the format"
                )
            );
        }
    }

    // A file of another version is told so, and not that it has a strange member.
    private static string? MistakeIn(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "it is empty";
        }

        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return Member(root, "format") is not { ValueKind: JsonValueKind.String } format
            || !format.ValueEquals(ProgressDocument.FormatName)
                ? $"its format is not '{ProgressDocument.FormatName}'"
            : Member(root, "version") is not { ValueKind: JsonValueKind.Number } member
            || !member.TryGetInt32(out var version)
                ? "it has no version"
            : version == ProgressDocument.KnownVersion ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"its version is {version}, {(version < ProgressDocument.KnownVersion ? "older" : "newer")} than {ProgressDocument.KnownVersion}"
            );
    }

    private static JsonElement? Member(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) ? member : null;

    // The serializer lets a null stand in a list.
    private static bool IsNamed(SolvedExercise? exercise) =>
        exercise is { Collection: not "", Lesson: not "", Exercise: not "" };
}
