using System.Globalization;
using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace Lessons.Tests;

/// <summary>
/// One run that holds what learners do with a lesson. First they read it with a rest before every cell and solve the exercise. Then
/// they go back and run every cell again in the same lab, each twice in a row, with the exercise as they found it. At last they answer
/// each exercise by a value of another type.
/// </summary>
internal static partial class LearnersRun
{
    private const string Later = "-later";
    private const string Again = "-again";
    private const string Rest = "-rest";

    // Longer than a token, a nonce or a challenge lives by default.
    private const int RestMinutes = 6;

    /// <summary>Whether a cell is run for the first time, or is a rest before one that is.</summary>
    public static bool IsFirst(string cellId) =>
        !IsLater(cellId) && !IsAgain(cellId) && !AnswerOfAnotherType.Is(cellId);

    /// <summary>Whether a cell is run in the second pass through the lesson.</summary>
    public static bool IsLater(string cellId) => cellId.EndsWith(Later, StringComparison.Ordinal);

    /// <summary>Whether a cell is run directly after it was run.</summary>
    public static bool IsAgain(string cellId) => cellId.EndsWith(Again, StringComparison.Ordinal);

    /// <summary>The lesson with its cells repeated.</summary>
    public static Notebook Of(Notebook lesson)
    {
        List<NotebookCell> code = [.. lesson.CodeCells];
        var (open, close) = (code[0], code[^1]);
        var solved = SolutionFile.Apply(lesson).CodeCells.Skip(1).SkipLast(1);
        return lesson with
        {
            Cells =
            [
                open,
                Named(open, Again),
                .. Resting(open, solved),
                .. code.Skip(1)
                    .SkipLast(1)
                    .SelectMany(cell => new[] { Named(cell, Later), Named(cell, Later + Again) }),
                .. code.Where(cell => Exercise.IsMatch(cell.Id)).Select(AnswerOfAnotherType.To),
                close,
                Named(close, Again),
            ],
        };
    }

    /// <summary>The cells of the lesson's exercises: <c>exercise</c>, and <c>exercise-2</c> where it has a second.</summary>
    public static IReadOnlyList<string> ExercisesOf(Notebook lesson) =>
        [.. lesson.CodeCells.Select(cell => cell.Id).Where(id => Exercise.IsMatch(id))];

    // A reader's rest passes on every clock, this one on the first lab's alone, so it is taken back where a lesson opens a second lab to
    // keep, and at the end, so that the second pass begins at the time of the lesson.
    private static IEnumerable<NotebookCell> Resting(NotebookCell open, IEnumerable<NotebookCell> cells)
    {
        var labs = KeptLabs.Count(open.Source);
        var rests = 0;
        foreach (var cell in cells)
        {
            var opened = KeptLabs.Count(cell.Source);
            if (labs == 1)
            {
                rests = opened == 0 ? rests + 1 : 0;
                yield return Named(cell, Rest) with
                {
                    Source = opened == 0 ? Move(RestMinutes) : "lab.Clock.Move(-lab.Clock.Offset);",
                };
            }

            labs += opened;
            yield return cell;
        }

        yield return Named(open, Rest + "-over") with
        {
            Source = Move(-RestMinutes * rests),
        };
    }

    private static string Move(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"lab.Clock.Move(TimeSpan.FromMinutes({minutes}));");

    private static NotebookCell Named(NotebookCell cell, string suffix) => cell with { Id = cell.Id + suffix };

    [GeneratedRegex(@"^exercise(-\d)?$")]
    private static partial Regex Exercise { get; }

    [GeneratedRegex(@"^var \w+ = await LessonLab\.OpenAsync", RegexOptions.Multiline)]
    private static partial Regex KeptLabs { get; }
}
