using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookEngine.Comparison;
using NotebookEngine.Reports;
using NotebookEngine.StoredOutputs;

namespace Lessons.Tests;

/// <summary>
/// The form in which a lesson is committed. What counts is what git would commit now: who has run a lesson and saved it has other outputs
/// and a front end's metadata in the file, and nothing wrong with it. Without git, the file itself is held.
/// </summary>
public sealed partial class CommittedFormTests(Engine engine)
{
    private const int LargestFile = 1_500_000;
    private const int MostOpenViews = 20;

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task It_is_committed_with_the_outputs_of_one_run(string lesson)
    {
        var committed = SavedNotebook.Parse(await CommittedAsync(lesson));
        var counts = committed.CodeCells.Select(cell => cell.ExecutionCount);

        Assert.True(
            committed.HasOutputs && counts.SequenceEqual(Enumerable.Range(1, committed.CodeCells.Count).Cast<int?>()),
            $"notebooks/{lesson} would be committed with cells counted {string.Join(", ", counts)}, so not with those of one run. {HowToStore(lesson)}"
        );
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task It_is_small_enough_for_every_viewer(string lesson) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(await CommittedAsync(lesson)), 0, LargestFile);

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task No_more_views_stand_open_than_can_be_looked_at(string lesson)
    {
        var open = SavedNotebook
            .Parse(await CommittedAsync(lesson))
            .CodeCells.SelectMany(cell => cell.Outputs.Where(StandsOpen).Select(_ => cell.Id))
            .ToList();

        Assert.True(
            open.Count <= MostOpenViews,
            $"{open.Count} views stand open in notebooks/{lesson}, of at most {MostOpenViews}; View.Folded() shows one in a line: {string.Join(", ", open)}"
        );
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task It_shows_a_refusal_as_it_crossed_the_wire(string lesson) =>
        Assert.Contains(
            SavedNotebook.Parse(await CommittedAsync(lesson)).CodeCells.SelectMany(cell => cell.Outputs),
            output => output.Forms.TryGetValue("text/plain", out var text) && RefusalOnTheWire.IsMatch(text)
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Its_outputs_are_those_of_a_fresh_run_and_hold_no_secret_and_no_path(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var committed = SavedNotebook.Parse(await CommittedAsync(lesson));
                var run = TellerCell.TakeOutOf(await engine.RunAsItStandsAsync(lesson));
                var fresh = SavedNotebook.Parse(ExecutedNotebook.ToJson(run));

                var problems = StoredOutputProblems
                    .Between(committed, fresh, run.Notebook!)
                    .Select(problem => OutputProblemText.Of(run, problem))
                    .ToList();
                Assert.True(problems.Count == 0, $"{HowToStore(lesson)}\n{string.Join('\n', problems)}");
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task It_is_committed_as_a_Polyglot_notebook(string lesson)
    {
        using var json = JsonDocument.Parse(await CommittedAsync(lesson), new JsonDocumentOptions { MaxDepth = 256 });

        Assert.Equal(5, json.RootElement.GetProperty("nbformat_minor").GetInt32());
        var metadata = json.RootElement.GetProperty("metadata");
        Assert.Equal(".net-csharp", metadata.GetProperty("kernelspec").GetProperty("name").GetString());
        Assert.True(metadata.TryGetProperty("polyglot_notebook", out _));
    }

    private static bool StandsOpen(SavedOutput output) =>
        output.Forms.TryGetValue("text/html", out var html) && !FoldedFrame.IsMatch(html);

    private static string HowToStore(string lesson) =>
        $"Store the outputs of a fresh run, and stage them: dotnet run --project lib/NotebookEngine -- run {lesson} --update";

    private static async Task<string> CommittedAsync(string lesson) =>
        await CommittedLesson.ReadStagedAsync(lesson)
        ?? await File.ReadAllTextAsync(Checkout.PathOf(lesson), TestContext.Current.CancellationToken);

    [GeneratedRegex("^On the wire\nHTTP/1.1 4", RegexOptions.Multiline)]
    private static partial Regex RefusalOnTheWire { get; }

    // What a view that is folded consists of, in its frame.
    [GeneratedRegex("^<div[^>]*><div[^>]*><details>")]
    private static partial Regex FoldedFrame { get; }
}
