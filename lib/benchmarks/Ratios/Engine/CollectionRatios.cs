using System.Text.Json;
using Ratios.Results;

namespace Ratios.Engine;

/// <summary>Whole lessons: headless against nbclient with .NET Interactive, and the tenth of one run against the first.</summary>
internal sealed class CollectionRatios(Effort effort)
{
    private const int SecondsOfACell = 120;
    private const int Copies = 10;
    private const string Copied = "01-client-secret";

    private static readonly Comparison TenthLesson = new(
        "notebook engine",
        "the tenth lesson of a run",
        "the first",
        "ms by the clock",
        Goal.CostAtMost(1)
    );

    public async Task MeasureAsync()
    {
        List<string> lessons = [.. Lessons()];
        await effort.MeasureAsync(Compare(lessons.Count), () => Collection(lessons));
        await effort.MeasureAsync(TenthLesson, Tenth);
    }

    private static Comparison Compare(int lessons) =>
        new(
            "notebook engine",
            FormattableString.Invariant($"{lessons} lessons headless, start-up included"),
            "nbclient with .NET Interactive",
            "ms of processor time of all programs",
            Goal.CostAtMost(0.2)
        );

    private static IReadOnlyList<Pair> Collection(List<string> lessons)
    {
        MissingHereException.ThrowIf(Checkout.MissingPeer);
        var python = PythonWithNbclient.Find();
        using var folder = new JupyterFolder();
        folder.AddDotNetInteractive();
        return [new Pair(Ours(lessons, folder), lessons.Sum(lesson => OfPeer(python, lesson, folder)))];
    }

    private IEnumerable<string> Lessons() =>
        Directory.EnumerateFiles(Checkout.Notebooks, "*.ipynb").Order(StringComparer.Ordinal).Take(effort.Lessons);

    private static double Ours(List<string> lessons, JupyterFolder folder) =>
        EndedProgram.ProcessorMilliseconds(
            ["dotnet", Checkout.Engine, "run", .. lessons],
            Checkout.Root,
            folder.Environment
        );

    private static double OfPeer(string python, string lesson, JupyterFolder folder) =>
        EndedProgram.ProcessorMilliseconds(
            [
                python,
                Path.Combine(AppContext.BaseDirectory, "Engine", "execute_notebook.py"),
                lesson,
                folder.At(Path.GetFileName(lesson)),
                SecondsOfACell.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ],
            Checkout.Notebooks,
            folder.Environment
        );

    // Ten copies of one lesson, one after the other in one process.
    private static IReadOnlyList<Pair> Tenth()
    {
        MissingHereException.ThrowIf(EndedProgram.Missing);
        using var folder = new JupyterFolder();
        var notebooks = Directory.CreateDirectory(folder.At("notebooks"));
        Directory.CreateSymbolicLink(folder.At("lib"), Path.Combine(Checkout.Root, "lib"));
        Directory.CreateSymbolicLink(folder.At("data"), Path.Combine(Checkout.Root, "data"));
        List<string> copies = [];
        for (var number = 1; number <= Copies; number++)
        {
            copies.Add(Path.Combine(notebooks.FullName, FormattableString.Invariant($"{number:00}-copy.ipynb")));
            File.Copy(Path.Combine(Checkout.Notebooks, $"{Copied}.ipynb"), copies[^1]);
        }

        var result = folder.At("results.json");
        EndedProgram.ProcessorMilliseconds(
            ["dotnet", Checkout.Engine, "run", .. copies, "--parallel", "1", "--json", result],
            folder.Folder,
            folder.Environment
        );
        var times = JsonElement
            .Parse(File.ReadAllBytes(result))
            .GetProperty("notebooks")
            .EnumerateArray()
            .Select(notebook => 1000 * notebook.GetProperty("seconds").GetDouble())
            .ToList();
        return [new Pair(times[^1], times[0])];
    }
}
