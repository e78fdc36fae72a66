using System.Globalization;
using System.Text.Json;
using NotebookEngine.Files;

namespace NotebookEngine.Learners;

/// <summary>Reads progress files, and changes none.</summary>
internal static class ProgressReader
{
    private const string BeginAnew =
        "mend it, or begin anew with 'progress reset --all', which keeps this file under another name";
    private const string Update = "update this checkout: a newer one has written the file";
    private const string NameAnother = $"set {ProgressPlace.Variable} to the absolute path of another file";

    /// <summary>What a file holds; nothing where there is none yet.</summary>
    /// <exception cref="UnusableProgressException">It cannot be read, or is no progress of a version known here.</exception>
    internal static IReadOnlyList<SolvedExercise> Read(string path)
    {
        try
        {
            return Directory.Exists(path) ? throw new UnusableProgressException(path, "it is a folder", NameAnother)
                : File.Exists(path) ? Parse(path, RegularFile.ReadText(path))
                : [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableProgressException(path, problem.Message, $"make it readable, or {NameAnother}");
        }
    }

    private static IReadOnlyList<SolvedExercise> Parse(string path, string text)
    {
        try
        {
            if (MistakeIn(text) is var (mistake, remedy))
            {
                throw new UnusableProgressException(path, mistake, remedy);
            }

            var exercises = JsonSerializer.Deserialize(text, ProgressFileJson.Default.ProgressDocument)!.Exercises;
            return exercises.All(IsNamed)
                ? exercises
                : throw new UnusableProgressException(path, "an exercise has no name", BeginAnew);
        }
        catch (JsonException problem)
        {
            throw new UnusableProgressException(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"line {problem.LineNumber + 1} is not valid in version {ProgressDocument.KnownVersion} of the format"
                ),
                BeginAnew
            );
        }
    }

    // A file of another version is told so, and not that it has a strange member.
    private static (string Mistake, string Remedy)? MistakeIn(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return ("it is empty", BeginAnew);
        }

        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (
            Member(root, "format") is not { ValueKind: JsonValueKind.String } format
            || !format.ValueEquals(ProgressDocument.FormatName)
        )
        {
            return ($"its format is not '{ProgressDocument.FormatName}'", BeginAnew);
        }

        if (
            Member(root, "version") is not { ValueKind: JsonValueKind.Number } member
            || !member.TryGetInt32(out var version)
        )
        {
            return ("it has no version", BeginAnew);
        }

        return version == ProgressDocument.KnownVersion ? null : MistakeOf(version);
    }

    private static (string Mistake, string Remedy) MistakeOf(int version)
    {
        var (than, remedy) = version < ProgressDocument.KnownVersion ? ("older", BeginAnew) : ("newer", Update);
        return (
            string.Create(
                CultureInfo.InvariantCulture,
                $"its version is {version}, {than} than {ProgressDocument.KnownVersion}"
            ),
            remedy
        );
    }

    private static JsonElement? Member(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) ? member : null;

    // The serializer lets a null stand in a list.
    private static bool IsNamed(SolvedExercise? exercise) =>
        exercise is { Collection: not "", Lesson: not "", Exercise: not "" };
}
