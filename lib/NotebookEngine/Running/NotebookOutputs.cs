using System.Text;
using NotebookEngine.Outputs;

namespace NotebookEngine.Running;

/// <summary>
/// Collects the outputs of all cells of one run, from any thread: a cell may show another value in the place of one that an earlier
/// cell shows.
/// </summary>
/// <param name="limit">How much each cell may put out.</param>
internal sealed class NotebookOutputs(OutputLimit limit)
{
    private readonly Lock _gate = new();
    private readonly List<Cell> _cells = [];

    /// <summary>Begins the outputs of the next cell.</summary>
    internal Cell Begin()
    {
        var cell = new Cell(this, limit);
        lock (_gate)
        {
            _cells.Add(cell);
        }

        return cell;
    }

    // In whatever cell the place is.
    private void Update(CellOutput.Updated update)
    {
        lock (_gate)
        {
            _cells.ForEach(cell => cell.Update(update));
        }
    }

    /// <summary>The outputs of one cell within a limit; text that follows text of the same stream is joined to it.</summary>
    internal sealed class Cell
    {
        private readonly Lock _gate = new();
        private readonly List<CellOutput> _outputs = [];
        private readonly StringBuilder _text = new();
        private readonly NotebookOutputs _notebook;
        private readonly LimitedOutput _limited;
        private string _stream = CellOutput.Printed.StandardOutput;

        internal Cell(NotebookOutputs notebook, OutputLimit limit)
        {
            _notebook = notebook;
            _limited = new LimitedOutput(limit, Append);
        }

        internal void Add(CellOutput output)
        {
            if (output is CellOutput.Updated update)
            {
                _notebook.Update(update);
                return;
            }

            lock (_gate)
            {
                _limited.Add(output);
            }
        }

        /// <summary>The cell has ended: what follows, by work that it left running, comes after the last of its own outputs.</summary>
        /// <returns>What was left out and why; null where nothing was.</returns>
        internal string? End()
        {
            lock (_gate)
            {
                _limited.End();
                return _limited.Notice;
            }
        }

        /// <summary>What has been put out so far.</summary>
        internal IReadOnlyList<CellOutput> ToList()
        {
            lock (_gate)
            {
                EndText();
                return [.. _outputs];
            }
        }

        internal void Update(CellOutput.Updated update)
        {
            lock (_gate)
            {
                for (var n = 0; n < _outputs.Count; n++)
                {
                    if (_outputs[n] is CellOutput.Displayed displayed && displayed.Id == update.DisplayId)
                    {
                        _outputs[n] = displayed with { Data = update.Data };
                    }
                }
            }
        }

        private void Append(CellOutput output)
        {
            if (output is CellOutput.Printed printed)
            {
                if (printed.To != _stream)
                {
                    EndText();
                    _stream = printed.To;
                }

                _text.Append(printed.Text);
            }
            // Of a cell and the work that it left running, the first failure is kept.
            else if (output is not CellOutput.Failed || !_outputs.Exists(earlier => earlier is CellOutput.Failed))
            {
                EndText();
                _outputs.Add(output);
            }
        }

        private void EndText()
        {
            if (_text.Length > 0)
            {
                _outputs.Add(new CellOutput.Printed(_stream, _text.ToString()));
                _text.Clear();
            }
        }
    }
}
