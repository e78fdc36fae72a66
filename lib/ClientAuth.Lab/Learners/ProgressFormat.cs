using System.Text.Json;

namespace ClientAuth.Lab.Learners;

/// <summary>The text of a progress file, as lib/README.md describes it. The engine has a reader and a writer of its own.</summary>
internal static class ProgressFormat
{
    private const string Name = "notebook-progress";
    private const int Version = 1;

    /// <exception cref="ProgressFormatException">The text is something else.</exception>
    public static IReadOnlyList<SolvedExercise> Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ProgressFormatException("it is empty");
        }

        try
        {
            CheckVersion(text);
            var exercises = JsonSerializer.Deserialize(text, ProgressJson.Default.ProgressDocument)!.Exercises;
            return exercises.All(IsNamed) ? exercises : throw new ProgressFormatException("an exercise has no name");
        }
        catch (JsonException problem)
        {
            throw new ProgressFormatException(
                FormattableString.Invariant(
                    $"line {problem.LineNumber + 1} is not valid in version {Version} of the format"
                )
            );
        }
    }

    public static string Write(IReadOnlyList<SolvedExercise> exercises) =>
        JsonSerializer.Serialize(
            new ProgressDocument
            {
                Format = Name,
                Version = Version,
                Exercises = exercises,
            },
            ProgressJson.Default.ProgressDocument
        ) + "\n";

    // A file of another version is told so, and not that it has a strange member.
    private static void CheckVersion(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("format", out var format)
            || format.ValueKind != JsonValueKind.String
            || !format.ValueEquals(Name)
        )
        {
            throw new ProgressFormatException($"its format is not '{Name}'");
        }

        if (
            !root.TryGetProperty("version", out var member)
            || member.ValueKind != JsonValueKind.Number
            || !member.TryGetInt32(out var version)
        )
        {
            throw new ProgressFormatException("it has no version");
        }

        if (version != Version)
        {
            throw new ProgressFormatException(
                FormattableString.Invariant(
                    $"its version is {version}, {(version < Version ? "older" : "newer")} than {Version}"
                ),
                isNewer: version > Version
            );
        }
    }

    // The serializer lets a null stand in a list.
    private static bool IsNamed(SolvedExercise? exercise) =>
        exercise is { Collection: not "", Lesson: not "", Exercise: not "" };
}
