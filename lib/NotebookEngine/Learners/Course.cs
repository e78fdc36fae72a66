using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookEngine.Arguments;
using NotebookEngine.Files;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Learners;

/// <summary>The exercises of a collection of notebooks.</summary>
/// <param name="Collection">What the collection is called in a progress file.</param>
/// <param name="Lessons">Those that have exercises, at least one, in the order of their names.</param>
internal sealed partial record Course(string Collection, IReadOnlyList<CourseLesson> Lessons)
{
    internal int ExerciseCount => Lessons.Sum(lesson => lesson.Exercises.Count);

    /// <summary>Reads the notebooks, all of one folder.</summary>
    /// <param name="paths">Absolute; at least one.</param>
    /// <exception cref="UnreadableNotebookException">One cannot be read.</exception>
    /// <exception cref="UsageException"><c>collection.json</c> names nothing, or no notebook has an exercise.</exception>
    internal static Course Read(IReadOnlyList<string> paths)
    {
        var folder = Path.GetDirectoryName(paths[0])!;
        List<CourseLesson> lessons =
        [
            .. from path in paths
            let notebook = Notebook.Read(path)
            let exercises = notebook.CodeCells.Select(cell => cell.Id).Where(id => ExerciseId.IsMatch(id)).ToList()
            where exercises is not []
            select new CourseLesson(notebook.Name, path, exercises),
        ];
        return lessons is []
            ? throw new UsageException(
                $"no notebook in {folder} has an exercise: a code cell with the id 'exercise', 'exercise-2' and so on"
            )
            : new Course(NameOf(folder), lessons);
    }

    /// <summary>The name of the collection in a folder: its own in <c>collection.json</c>, or that of its checkout.</summary>
    /// <exception cref="UsageException"><c>collection.json</c> names nothing.</exception>
    internal static string NameOf(string folder)
    {
        var path = Path.Combine(folder, "collection.json");
        if (!File.Exists(path))
        {
            return Path.GetFileName(Path.GetDirectoryName(folder)) is { Length: > 0 } above ? above : "notebooks";
        }

        try
        {
            using var document = JsonDocument.Parse(RegularFile.ReadText(path));
            if (
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("name", out var name)
                && name.ValueKind == JsonValueKind.String
                && name.GetString() is { Length: > 0 } text
            )
            {
                return text;
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException) { }

        throw new UsageException($"{path} must be an object with a \"name\", a text that is not empty");
    }

    [GeneratedRegex(@"\Aexercise(-\d+)?\z")]
    private static partial Regex ExerciseId { get; }
}

/// <summary>A notebook with exercises.</summary>
/// <param name="Name">Its file name without extension.</param>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Exercises">Ids of the exercises' cells, in their order.</param>
internal sealed record CourseLesson(string Name, string Path, IReadOnlyList<string> Exercises);
