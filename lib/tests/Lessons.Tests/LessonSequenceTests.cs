using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>Every lesson begins with its own exchange, drawn from what was really sent.</summary>
public sealed class LessonSequenceTests(Engine engine)
{
    private const int MostLines = 9;

    public static TheoryData<string> Lessons => Checkout.Lessons;

    /// <summary>Those in which an app on a phone goes through several steps.</summary>
    public static TheoryData<string, int> LessonsOfSteps =>
        new() { { "05-attestation.ipynb", 5 }, { "06-registration-fallback.ipynb", 10 } };

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_first_cell_in_the_open_lab_shows_a_sequence(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(lesson);

                var first = FirstInTheLab(WorkingCopy.Read(lesson));
                var sequence = Sequences(result[first.Id]).Single();
                Assert.Contains("1  client <-> authorization server  TLS 1.", sequence, StringComparison.Ordinal);
                Assert.Contains("client -> authorization server  POST /", sequence, StringComparison.Ordinal);
                Assert.Contains("authorization server -> client  ✓ 200 OK", sequence, StringComparison.Ordinal);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task It_is_short_and_the_next_cell_says_what_to_look_at(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                var first = FirstInTheLab(notebook);
                var next = notebook.Cells.SkipWhile(cell => cell.Id != first.Id).ElementAt(1);

                Assert.InRange(first.Lines.Count, 1, MostLines);
                Assert.Equal(CellKind.Markdown, next.Kind);
                Assert.EndsWith("-read", next.Id, StringComparison.Ordinal);
            }
        );

    [Theory]
    [MemberData(nameof(LessonsOfSteps))]
    public Task Steps_of_an_app_on_a_phone_are_shown_as_sequences(string lesson, int atLeast) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(lesson);

                Assert.InRange(result.Cells.SelectMany(Sequences).Count(), atLeast, int.MaxValue);
            }
        );

    [Fact]
    public Task A_fetch_of_published_keys_is_drawn_within_the_request_that_waits_for_it() =>
        WorkingCopy.HoldAsync(
            "07-rotation.ipynb",
            async () =>
            {
                var result = await engine.RunAsItStandsAsync("07-rotation.ipynb");

                Assert.Contains(
                    "authorization server -> key host  GET /jwks.json",
                    Sequences(result["publish"]).Single(),
                    StringComparison.Ordinal
                );
            }
        );

    // But for what the learner has solved so far, which is shown above all in the first lesson.
    private static NotebookCell FirstInTheLab(Notebook lesson) =>
        lesson
            .CodeCells.SkipWhile(cell => !cell.Source.Contains("LessonLab.OpenAsync", StringComparison.Ordinal))
            .Where(cell => cell.Id != "progress")
            .ElementAt(1);

    private static IEnumerable<string> Sequences(CellResult cell) =>
        cell
            .Shown.Where(shown =>
                shown.Forms.TryGetValue("text/html", out var html) && html.Contains("viewBox", StringComparison.Ordinal)
            )
            .Select(shown => shown.Text)
            .Where(text => text.StartsWith("Who sent what to whom", StringComparison.Ordinal));
}
