using NotebookEngine.Notebooks;
using Xunit.Sdk;

namespace WorkingCopies;

/// <summary>
/// The lessons as they stand in the working copy. Tests hold these and not the committed ones, so that an edit is tested before it
/// is committed. Where a lesson has been changed, a failure says so in one sentence, and how to get the committed lesson back: who
/// fails may be a learner who saved attempts.
/// </summary>
internal static class WorkingCopy
{
    public static Notebook Read(string lesson) => Notebook.Read(Checkout.PathOf(lesson));

    /// <summary>Runs assertions about a lesson; a failure of a changed lesson begins with the sentence.</summary>
    public static async Task HoldAsync(string lesson, Func<Task> assertions)
    {
        try
        {
            await assertions();
        }
        catch (Exception failure) when (failure is not SkipException)
        {
            if (await LessonChange.OfAsync(lesson) is not { } change)
            {
                throw;
            }

            Assert.Fail($"{change.Sentence}\n{FirstLines(failure.Message)}");
        }
    }

    /// <summary>Reads a lesson and runs assertions about it; a failure of a changed lesson begins with the sentence.</summary>
    public static Task HoldAsync(string lesson, Action<Notebook> assertions) =>
        HoldAsync(
            lesson,
            () =>
            {
                assertions(Read(lesson));
                return Task.CompletedTask;
            }
        );

    /// <summary>Skips the test where the cell is not the committed one, with the sentence as the reason.</summary>
    public static async Task SkipIfChangedAsync(string lesson, string cellId)
    {
        if (await LessonChange.OfAsync(lesson) is { } change && change.Cells.Contains(cellId))
        {
            Assert.Skip(change.Sentence);
        }
    }

    // An assertion's message may hold a whole page.
    private static string FirstLines(string message) => string.Join('\n', message.Split('\n').Take(4)).Trim();
}
