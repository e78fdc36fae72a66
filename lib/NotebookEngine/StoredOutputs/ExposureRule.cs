using System.Text.RegularExpressions;

namespace NotebookEngine.StoredOutputs;

/// <summary>Something that no output may hold which others get to read.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Pattern">What it looks like, within one line.</param>
/// <param name="IsSecret">Whether a report may quote no more than the start of it.</param>
internal sealed record ExposureRule(string Name, Regex Pattern, bool IsSecret = true)
{
    private const int ShownCharacters = 12;

    /// <summary>What of a match a report may say.</summary>
    internal string Shown(Match match) =>
        IsSecret && match.Length > ShownCharacters ? $"{match.Value[..ShownCharacters]}…" : match.Value;
}
