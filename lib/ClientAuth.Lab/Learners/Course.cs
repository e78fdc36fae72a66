using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClientAuth.Lab.Learners;

/// <summary>The exercises of the lessons, as the notebooks have them.</summary>
/// <param name="Collection">What the collection of notebooks is called in a progress file.</param>
/// <param name="Exercises">In the order of the path.</param>
/// <param name="Unreadable">Notebooks that are not counted, because they cannot be read.</param>
internal sealed partial record Course(
    string Collection,
    IReadOnlyList<CourseExercise> Exercises,
    IReadOnlyList<string> Unreadable
)
{
    // Outputs of charts nest deeper than the 64 levels that are the default.
    private static readonly JsonDocumentOptions DeepJson = new() { MaxDepth = 256 };

    /// <summary>Reads <c>collection.json</c> and every <c>NN-*.ipynb</c> of a folder.</summary>
    /// <exception cref="IOException">The folder or <c>collection.json</c> cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be read.</exception>
    /// <exception cref="JsonException"><c>collection.json</c> names nothing.</exception>
    public static Course Read(string folder)
    {
        var exercises = new List<CourseExercise>();
        var unreadable = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.ipynb").Where(IsLesson).Order(StringComparer.Ordinal))
        {
            try
            {
                exercises.AddRange(ExercisesOf(path));
            }
            // Half of a surrogate pair is well-formed JSON, and no text.
            catch (Exception problem)
                when (problem
                        is JsonException
                            or InvalidOperationException
                            or IOException
                            or UnauthorizedAccessException
                )
            {
                unreadable.Add(Path.GetFileName(path));
            }
        }

        return new Course(NameOf(folder), exercises, unreadable);
    }

    private static string NameOf(string folder)
    {
        var path = Path.Combine(folder, "collection.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return TextOf(document.RootElement, "name") is { Length: > 0 } name
            ? name
            : throw new JsonException($"'{path}' has no \"name\".");
    }

    private static List<CourseExercise> ExercisesOf(string path)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllText(path), DeepJson);
        if (
            notebook.RootElement.ValueKind != JsonValueKind.Object
            || !notebook.RootElement.TryGetProperty("cells", out var cells)
            || cells.ValueKind != JsonValueKind.Array
        )
        {
            throw new JsonException($"'{path}' has no cells.");
        }

        return
        [
            .. from cell in cells.EnumerateArray()
            where TextOf(cell, "cell_type") == "code"
            let id = TextOf(cell, "id")
            where id is not null && ExerciseId.IsMatch(id)
            select new CourseExercise(
                Path.GetFileNameWithoutExtension(path),
                id,
                Checked.Match(TextOf(cell, "source") ?? "").Groups["name"].Value
            ),
        ];
    }

    // Jupyter writes a text as one string or as a list of its lines.
    private static string? TextOf(JsonElement element, string member) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(member, out var value)
            ? null
            : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Array => string.Concat(value.EnumerateArray().Select(line => line.ToString())),
                _ => null,
            };

    private static bool IsLesson(string path) => LessonName.IsMatch(Path.GetFileName(path));

    [GeneratedRegex(@"\A\d\d-.+\.ipynb\z")]
    private static partial Regex LessonName { get; }

    [GeneratedRegex(@"\Aexercise(-\d+)?\z")]
    private static partial Regex ExerciseId { get; }

    [GeneratedRegex(@"\blab\s*\.Exercises\s*\.(?<name>\w+)")]
    private static partial Regex Checked { get; }
}
