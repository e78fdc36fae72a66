using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>Exercises from both sides: as they stand they say that nothing is done yet, with their printed solution they are solved.</summary>
public sealed partial class LessonExerciseTests(Engine engine)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task The_stub_runs_and_says_that_it_is_not_done_yet(string lesson)
    {
        var result = await engine.RunAsCommittedAsync(lesson);

        Assert.Contains("not done yet", ShownBy(result), StringComparison.Ordinal);
        Assert.DoesNotContain("solved", ShownBy(result), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task The_printed_solution_solves_it(string lesson)
    {
        var notebook = Notebook.Read(Checkout.PathOf(lesson));
        var solution = notebook.Cells.Single(cell => cell.Id == "solution");
        var code = Fence.Match(solution.Source).Groups["code"].Value;

        var result = await engine.RunAsync(
            notebook.WithSource("exercise", code),
            TestContext.Current.CancellationToken
        );

        Assert.Contains("solved", ShownBy(result), StringComparison.Ordinal);
    }

    private static string ShownBy(NotebookResult result)
    {
        Assert.Null(result.FirstFailure);
        return Assert.Single(result["exercise"].Shown).Text;
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence { get; }
}
