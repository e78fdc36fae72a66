using System.Text.Json;
using Ratios.Results;

namespace Ratios.Engine;

/// <summary>Whole lessons: headless against nbclient with .NET Interactive, and the tenth of one run against the first.</summary>
internal sealed class CollectionRatios(Effort effort)
{
    private const string Python = "/usr/bin/python3";
    private const string Nbclient = "/usr/lib/python3/dist-packages/nbclient";
    private const string Collection = "lessons headless, start-up included";
    private const string Peer = "nbclient with .NET Interactive";
    private const string Tenth = "the tenth lesson of a run";
    private const string First = "the first";
    private const int SecondsOfACell = 120;
    private const int Copies = 10;
    private const string Copied = "01-client-secret";

    public void Measure()
    {
        if (effort.Wants(Collection, Peer))
        {
            MeasureCollection();
        }

        if (effort.Wants(Tenth, First))
        {
            MeasureTenth();
        }
    }

    private void MeasureCollection()
    {
        var missing = Checkout.MissingPeer ?? (Directory.Exists(Nbclient) ? null : "python3-nbclient is not installed");
        if (missing is not null)
        {
            effort.LeaveOut(Collection, missing);
            return;
        }

        using var folder = new JupyterFolder();
        folder.AddDotNetInteractive();
        List<string> lessons = [.. Lessons()];
        effort.Add(
            new Ratio(
                "notebook engine",
                FormattableString.Invariant($"{lessons.Count} {Collection}"),
                Peer,
                [new Pair(Ours(lessons, folder), lessons.Sum(lesson => OfPeer(lesson, folder)))],
                "ms of processor time of all programs",
                Goal.CostAtMost(0.2)
            )
        );
    }

    private IEnumerable<string> Lessons() =>
        Directory.EnumerateFiles(Checkout.Notebooks, "*.ipynb").Order(StringComparer.Ordinal).Take(effort.Lessons);

    private static double Ours(List<string> lessons, JupyterFolder folder) =>
        EndedProgram.ProcessorMilliseconds(
            ["dotnet", Checkout.Engine, "run", .. lessons],
            Checkout.Root,
            folder.Environment
        );

    private static double OfPeer(string lesson, JupyterFolder folder) =>
        EndedProgram.ProcessorMilliseconds(
            [
                Python,
                Path.Combine(AppContext.BaseDirectory, "Engine", "execute_notebook.py"),
                lesson,
                folder.At(Path.GetFileName(lesson)),
                SecondsOfACell.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ],
            Checkout.Notebooks,
            folder.Environment
        );

    // Ten copies of one lesson, one after the other in one process.
    private void MeasureTenth()
    {
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
        effort.Add(
            new Ratio(
                "notebook engine",
                Tenth,
                First,
                [new Pair(times[^1], times[0])],
                "ms by the clock",
                Goal.CostAtMost(1)
            )
        );
    }
}
