using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Results;

/// <summary>Recognizes what an earlier run has written, by how it begins; an executed notebook by its cells. An empty file is one, too.</summary>
internal static partial class EarlierResult
{
    private const int ReadCharacters = 4096;

    internal static bool IsJUnit(string path) => Matches(path, JUnit);

    internal static bool IsJson(string path) => Matches(path, Json);

    internal static bool IsSummary(string path) => Matches(path, Summary);

    internal static bool IsProgressPage(string path) => Matches(path, ProgressPage);

    /// <summary>Whether a file is a notebook with a cell of this one, or has no cells as this one.</summary>
    internal static bool IsExecuted(string path, Notebook notebook)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length == 0)
        {
            return true;
        }

        try
        {
            var cells = NotebookReader.Parse(path, bytes).Cells;
            return cells.Count == 0 || cells.IntersectBy(notebook.Cells.Select(cell => cell.Id), cell => cell.Id).Any();
        }
        catch (UnreadableNotebookException)
        {
            return false;
        }
    }

    private static bool Matches(string path, Regex beginning)
    {
        using var reader = new StreamReader(path);
        var characters = new char[ReadCharacters];
        var text = characters.AsSpan(0, reader.ReadBlock(characters));
        return text.IsWhiteSpace() || beginning.IsMatch(text);
    }

    [GeneratedRegex(@"\A\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<testsuites?[\s>/]", RegexOptions.Singleline)]
    private static partial Regex JUnit { get; }

    [GeneratedRegex(@"\A\s*\{\s*""passed"":\s*\d+,\s*""failed"":\s*\d+,\s*""notebooks"":\s*\[")]
    private static partial Regex Json { get; }

    [GeneratedRegex(@"\A## Notebooks: \d+ passed, \d+ failed\n")]
    private static partial Regex Summary { get; }

    [GeneratedRegex(@"\A<!DOCTYPE html>.*<title>Progress: ", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex ProgressPage { get; }
}
