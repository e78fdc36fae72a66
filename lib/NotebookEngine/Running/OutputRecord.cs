using NotebookEngine.Outputs;

namespace NotebookEngine.Running;

/// <summary>The outputs of one cell, collected from any thread; text that follows text of the same stream is joined to it.</summary>
internal sealed class OutputRecord
{
    private readonly Lock _gate = new();
    private readonly List<CellOutput> _outputs = [];

    internal IReadOnlyList<CellOutput> Outputs
    {
        get
        {
            lock (_gate)
            {
                return [.. _outputs];
            }
        }
    }

    internal void Add(CellOutput output)
    {
        lock (_gate)
        {
            if (output is CellOutput.Printed next && _outputs is [.., CellOutput.Printed last] && last.To == next.To)
            {
                _outputs[^1] = last with { Text = last.Text + next.Text };
                return;
            }

            _outputs.Add(output);
        }
    }
}
