using NotebookEngine.Arguments;

namespace NotebookEngine.Learners;

/// <summary>A folder with the progress files of several people, each called after its person: <c>ada.json</c>.</summary>
internal static class TeamFolder
{
    /// <summary>A row a person, in the order of their names. A file that cannot be used is a row that says so.</summary>
    /// <exception cref="UsageException">There is no such folder, or it has no such file.</exception>
    internal static ProgressReport Read(string folder, Course course)
    {
        var files = Files(folder);
        return files is []
            ? throw new UsageException($"{folder} holds no progress file: put one in for each person, as NAME.json")
            : new ProgressReport
            {
                Collection = course.Collection,
                Exercises = course.ExerciseCount,
                People = [.. files.Select(file => Person(file, course))],
            };
    }

    private static List<string> Files(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--team needs a folder that can be read: {problem.Message}");
        }
    }

    private static PersonProgress Person(string file, Course course)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        try
        {
            return PersonProgress.Of(name, course, ProgressReader.Read(file));
        }
        catch (UnusableProgressException problem)
        {
            return new PersonProgress { Name = name, Problem = problem.Reason };
        }
    }
}
