using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Figures;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Gallery;

/// <summary>How many different checks of the server end in the same response: a bar for each response.</summary>
public sealed class SharedAnswersChart(params IReadOnlyList<SharedAnswer> answers) : Chart(Read(answers))
{
    private protected override string Summary() =>
        answers.Count == 0
            ? $"{Title}: no answer"
            : $"{Title}: {string.Join("; ", answers.Select(answer => $"{answer.Answer} for {Checks(answer)} in {Cases(answer)}"))}";

    private static BarFigure Read(IReadOnlyList<SharedAnswer> answers) =>
        new(
            "One answer, many causes",
            "different checks that end in this answer",
            "answer",
            "checks",
            DistinctNames.Of(answers.Select(answer => answer.Answer)),
            [new BarSeries("checks", [.. answers.Select(answer => (double)answer.Checks)], SeriesLook.At(1))]
        );

    private static string Checks(SharedAnswer answer) =>
        answer.Checks == 1 ? "1 check" : $"{Numbers.Show(answer.Checks)} checks";

    private static string Cases(SharedAnswer answer) =>
        answer.Cases == 1 ? "1 case" : $"{Numbers.Show(answer.Cases)} cases";
}
