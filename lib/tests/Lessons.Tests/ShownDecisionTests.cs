using System.Xml.Linq;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>What a lesson shows of the server's decisions: a trace of few lines, the others a click away, and a refusal from both ends.</summary>
public sealed class ShownDecisionTests(Engine engine)
{
    private const string FirstLesson = "00-start-here.ipynb";
    private const int MostLines = 8;

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Fact]
    public Task Every_trace_of_the_first_lesson_shows_eight_lines_at_most() =>
        WorkingCopy.HoldAsync(
            FirstLesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(FirstLesson);
                var traces = Outputs(result.Cells, "What the server checked");

                Assert.Equal(2, traces.Count);
                Assert.All(traces, trace => Assert.InRange(Lines(trace), 1, MostLines));
                Assert.All(traces, trace => Assert.NotEmpty(trace.Descendants("details")));
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Every_refusal_that_a_lesson_claims_shows_both_ends(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(lesson);

                foreach (var cell in result.Cells.Where(cell => Claims(result, cell.Id)))
                {
                    var refusals = Outputs([cell], "Refused, as expected");
                    Assert.True(refusals.Count > 0, $"{lesson}, cell {cell.Id} shows no refusal");
                    Assert.All(refusals, refusal => Assert.Contains("HTTP/1.1 40", refusal.Value));
                    Assert.All(refusals, refusal => Assert.Contains("In the server's log", refusal.Value));
                }
            }
        );

    private static bool Claims(NotebookResult result, string id) =>
        result.Notebook!.Cells.Single(cell => cell.Id == id).Source.Contains("MustBeRefused", StringComparison.Ordinal);

    private static List<XElement> Outputs(IEnumerable<CellResult> cells, string title) =>
        [
            .. cells
                .SelectMany(cell => cell.Shown)
                .Select(shown => shown.Html)
                .Where(html => html?.Contains($"aria-label=\"{title}\"", StringComparison.Ordinal) is true)
                .Select(html => XElement.Parse(html!)),
        ];

    // The line of a folded group counts as well; the rows inside it do not.
    private static int Lines(XElement trace) =>
        trace.Elements("div").Elements("table").Elements("tbody").Elements("tr").Count();
}
