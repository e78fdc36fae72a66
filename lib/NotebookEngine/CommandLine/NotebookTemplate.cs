using System.Text.Encodings.Web;
using NotebookEngine.Arguments;
using NotebookEngine.Files;

namespace NotebookEngine.CommandLine;

/// <summary>
/// What a new notebook begins with: <c>template/lesson.ipynb</c> beside the others, and <c>template/solution.md</c> for its solutions.
/// Both hold <c>{{name}}</c>, <c>{{number}}</c> and <c>{{title}}</c>, which the new one's take the place of.
/// </summary>
/// <param name="folder">The folder of notebooks.</param>
internal sealed class NotebookTemplate(string folder)
{
    private const string FolderName = "template";

    /// <param name="name"><c>NN-topic</c>.</param>
    /// <param name="title">In words, on one line.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="UsageException">There is no template, or a file or the number is taken; nothing was written.</exception>
    internal IReadOnlyList<string> Create(string name, string title)
    {
        var lesson = Path.Combine(folder, $"{name}.ipynb");
        var solution = Path.Combine(folder, "solutions", $"{name}.md");
        CheckFree(name, lesson, solution);

        var escaped = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(title);
        var lessonText = Fill(Read("lesson.ipynb"), name, escaped);
        AtomicFile.Write(solution, Fill(Read("solution.md"), name, title));
        // Last: what lists the notebooks sees a whole one.
        try
        {
            AtomicFile.Write(lesson, lessonText);
        }
        catch
        {
            // Else the next attempt would find it and refuse.
            File.Delete(solution);
            throw;
        }

        return [lesson, solution];
    }

    private void CheckFree(string name, params IEnumerable<string> files)
    {
        if (files.FirstOrDefault(File.Exists) is { } taken)
        {
            throw new UsageException($"{taken} is there already. Nothing was written");
        }

        var number = name[..2];
        if (Directory.EnumerateFiles(folder, $"{number}-*.ipynb").FirstOrDefault() is { } other)
        {
            throw new UsageException(
                $"{number} is the number of {Path.GetFileNameWithoutExtension(other)}. Choose one that is free; nothing was written"
            );
        }
    }

    private string Read(string file)
    {
        var path = Path.Combine(folder, FolderName, file);
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the template cannot be read: {path}: {problem.Message} Nothing was written");
        }
    }

    private static string Fill(string text, string name, string title) =>
        text.Replace("{{name}}", name, StringComparison.Ordinal)
            .Replace("{{number}}", name[..2], StringComparison.Ordinal)
            .Replace("{{title}}", title, StringComparison.Ordinal);
}
