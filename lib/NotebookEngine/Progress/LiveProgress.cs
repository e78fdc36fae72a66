using System.Globalization;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;
using Spectre.Console;

namespace NotebookEngine.Progress;

/// <summary>A table on a terminal, one row per notebook, redrawn as cells start and notebooks end.</summary>
internal sealed class LiveProgress : IProgress<RunEvent>
{
    // Columns and lines of a terminal that does not tell them: drawn without a height, nothing would show.
    private const int DefaultWidth = 80;
    private const int DefaultHeight = 24;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _rows;
    private readonly Table _table = new Table().Border(TableBorder.None).AddColumns("notebook", "cells", "", "time");
    private readonly LiveDisplayContext _display;

    private LiveProgress(IReadOnlyList<Notebook> notebooks, LiveDisplayContext display)
    {
        _display = display;
        _rows = notebooks.Index().ToDictionary(entry => entry.Item.Path, entry => entry.Index, StringComparer.Ordinal);
        foreach (var notebook in notebooks)
        {
            _table.AddRow(new Text(notebook.Name), new Text(""), new Text("waiting"), new Text(""));
        }

        display.UpdateTarget(_table);
    }

    internal static Task<T> ShowAsync<T>(
        TextWriter output,
        IReadOnlyList<Notebook> notebooks,
        Func<IProgress<RunEvent>, Task<T>> work
    )
    {
        // Whether to draw is decided already, by Terminal; the console must not find its own answer in the environment.
        var settings = new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        };
        settings.Enrichment.UseDefaultEnrichers = false;
        var console = AnsiConsole.Create(settings);
        console.Profile.Width = SizeOrDefault(console.Profile.Width, DefaultWidth);
        console.Profile.Height = SizeOrDefault(console.Profile.Height, DefaultHeight);
        return console.Live(new Text("")).StartAsync(display => work(new LiveProgress(notebooks, display)));
    }

    public void Report(RunEvent value)
    {
        lock (_gate)
        {
            var row = _rows[value.Path];
            switch (value)
            {
                case RunEvent.CellStarted started:
                    var total = started.Notebook.CodeCells.Count();
                    Update(row, $"{started.Number - 1}/{total}", started.Cell.Id, "", Color.Default);
                    break;
                case RunEvent.NotebookFinished { Result: var result }:
                    var done = result.Cells.Count(cell => cell.Outcome == CellOutcome.Passed);
                    var seconds = result.Duration.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);
                    var colour = result.Outcome == NotebookOutcome.Passed ? Color.Green : Color.Red;
                    Update(row, $"{done}/{result.Cells.Count}", OutcomeWord.Of(result.Outcome), seconds, colour);
                    break;
            }
        }
    }

    private static int SizeOrDefault(int told, int otherwise) => told > 0 ? told : otherwise;

    private void Update(int row, string cells, string state, string time, Color colour)
    {
        _table.UpdateCell(row, 1, new Text(cells));
        _table.UpdateCell(row, 2, new Text(state, colour));
        _table.UpdateCell(row, 3, new Text(time));
        _display.Refresh();
    }
}
