using System.Globalization;
using ClientAuth.Lab.Learners;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>How far the learner got.</summary>
public sealed partial class LessonLab
{
    private const string ProgressTitle = "Your progress";

    private readonly LearnerProgress _progress;

    /// <summary>The exercises that the learner has solved, lesson by lesson, and the next one, in a line to open.</summary>
    public View Progress() =>
        _progress.Read() switch
        {
            ProgressReading.Known known => ProgressTable(known.Standing, known.Unreadable).Folded(),
            ProgressReading.None { Problem: { } problem } => new FactsView(ProgressTitle, ("Not recorded", problem)),
            _ => new FactsView(ProgressTitle, ("Not recorded here", $"{ProgressPlace.Variable} is off")),
        };

    internal static TableView ProgressTable(Standing standing, IReadOnlyList<string> unreadable) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ProgressTitle}: {standing.Solved} of {standing.Count} exercises solved"
            ),
            (standing.Next is { } next ? $"Next: {next.Lesson}, cell {next.Cell}" : "All are solved")
                + (unreadable is [] ? "" : $". Not counted, because unreadable: {string.Join(", ", unreadable)}"),
            ["lesson", "exercises", "solved"],
            [.. standing.Lessons.Select(lesson => ProgressRow(lesson.Lesson, lesson.IsSolved))]
        );

    private static string[] ProgressRow(string lesson, IReadOnlyList<bool> isSolved) =>
        [
            lesson,
            string.Join(' ', isSolved.Select(solved => solved ? "●" : "○")),
            string.Create(CultureInfo.InvariantCulture, $"{isSolved.Count(solved => solved)} of {isSolved.Count}"),
        ];
}
