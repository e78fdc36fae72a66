using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NotebookEngine.Compiling;

/// <summary>What is wrong with the file that a <c>#r</c> or a <c>#load</c> names, and what to do.</summary>
internal static class FileProblem
{
    /// <param name="error">The compiler's.</param>
    /// <param name="folder">Where a cell's paths start.</param>
    /// <returns>The whole message, or null where the error is about something else.</returns>
    internal static string? Of(Diagnostic error, string folder)
    {
        if (error.Id is not ("CS0006" or "CS0009" or "CS1504") || error.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var quoted = tree.GetText().ToString(error.Location.SourceSpan).Split('"');
        if (quoted is not [_, var name, ..])
        {
            return null;
        }

        var from = CellFileResolver.Rooted(tree.FilePath) is { } script ? Path.GetDirectoryName(script)! : folder;
        var path = Path.GetFullPath(name, from);
        return error.Id switch
        {
            "CS0006" =>
                $"'{name}' was not found. It was looked for at {path}. {BuildCommand.Advice(path)}, then run again",
            "CS0009" =>
                $"'{name}' is not a .NET library. Name the .dll that a project's build puts out. The file is {path}",
            _ when File.Exists(path) => error.GetMessage(CultureInfo.InvariantCulture),
            _ =>
                $"'{name}' was not found. It was looked for at {path}. Mend the path in #load, or put the script there",
        };
    }
}
