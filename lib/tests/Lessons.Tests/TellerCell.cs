using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>A cell that runs last but one, in the lesson's own lab, and tells the tests alone the secrets that the lesson must not show.</summary>
internal static class TellerCell
{
    private const string Id = "tell-the-secrets";

    public static Notebook InsertInto(Notebook lesson)
    {
        var clients = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "data", "clients.json")))!.AsArray();
        var ids = string.Join(", ", clients.Select(client => $"\"{client!["client_id"]}\""));
        var source = $$"""
            foreach (var registered in new[] { {{ids}} })
            {
                if (lab.Client(registered).Secret is { } known) { Console.WriteLine(known.Reveal()); }
            }
            """;
        var teller = lesson.Cells[^1] with { Id = Id, Source = source };
        return lesson with { Cells = [.. lesson.Cells.SkipLast(1), teller, lesson.Cells[^1]] };
    }

    /// <summary>What it told.</summary>
    public static IReadOnlyList<string> Told(NotebookResult result) =>
        result[Id].Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lesson's own cells.</summary>
    public static IEnumerable<CellResult> Without(NotebookResult result) => result.Cells.Where(cell => cell.Id != Id);

    /// <summary>The run as it would be without the teller.</summary>
    public static NotebookResult TakeOutOf(NotebookResult result) =>
        result with
        {
            // It ran before the last cell, and counted.
            Cells = [.. Without(result).Select((cell, index) => cell with { ExecutionCount = index + 1 })],
            Notebook = result.Notebook! with { Cells = [.. result.Notebook.Cells.Where(cell => cell.Id != Id)] },
        };
}
