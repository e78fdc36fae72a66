using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;
using NotebookEngine.Reports;

namespace NotebookEngine.Results;

/// <summary>Recognizes what an earlier run has written, by how it begins; an executed notebook by its mark. An empty file is one, too.</summary>
internal static partial class EarlierResult
{
    private const int ReadCharacters = 4096;

    internal static bool IsJUnit(string path) => Matches(path, JUnit);

    internal static bool IsJson(string path) => Matches(path, Json);

    internal static bool IsSummary(string path) => Matches(path, Summary);

    internal static bool IsProgressPage(string path) => Matches(path, ProgressPage);

    /// <summary>Whether a file is an executed notebook that a run has put there, and not somebody's own.</summary>
    internal static bool IsExecuted(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length == 0)
        {
            return true;
        }

        try
        {
            return ExecutedNotebook.IsMarked(NotebookReader.Parse(path, bytes));
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
