using System.Text.RegularExpressions;
using ClientAuth.Lab.Mistakes;
using ClientAuth.Lab.Repository;
using ClientAuth.Visuals.Gallery;

namespace ClientAuth.Lab.Gallery;

/// <summary>What a view shows of a mistake.</summary>
internal static partial class MistakesShown
{
    public static ShownMistake Of(ClientMistake mistake, ShownCase? shown) =>
        new()
        {
            Rank = mistake.Rank!.Value,
            Symptoms = [.. mistake.Symptoms.Select(symptom => (symptom.Server, symptom.Text))],
            Side = Words(mistake.Side),
            Title = mistake.Title,
            Wrong = mistake.Wrong,
            Look = Numbered.Replace(mistake.Look, "$1"),
            Mend = mistake.Mend,
            Case = shown,
            Page = Page(mistake.LessonCell),
            NoneBecause = mistake.NoneBecause,
        };

    // The view numbers the mistakes; their identifiers, M08, stand on the page for people in trouble alone.
    [GeneratedRegex(@"\bM0*(\d+)\b")]
    private static partial Regex Numbered { get; }

    private static string Words(MistakeSide side) =>
        side switch
        {
            MistakeSide.File => "your file",
            MistakeSide.Tool => "your tool",
            MistakeSide.Request => "your request",
            MistakeSide.Registration => "the registration",
            _ => "the server",
        };

    // A notebook has no addresses of cells, so that the words name the cell.
    private static (string, string)? Page(string? cell) =>
        cell?.Split('#') is [var number, var id] ? (LessonPages.Of(number), $"lesson {number}, cell {id}") : null;
}

/// <summary>The files of the lessons, by their numbers.</summary>
internal static class LessonPages
{
    /// <summary>For example <c>03-signed-jwt-asymmetric.ipynb</c>; empty where there is no such lesson.</summary>
    /// <param name="number">Two digits.</param>
    public static string Of(string number) =>
        Directory
            .EnumerateFiles(RepositoryData.Lessons, $"{number}-*.ipynb")
            .Select(path => Path.GetFileName(path))
            .FirstOrDefault("");
}
