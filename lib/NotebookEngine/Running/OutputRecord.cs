using System.Text;
using NotebookEngine.Outputs;

namespace NotebookEngine.Running;

/// <summary>The outputs of one cell within a limit, collected from any thread; text that follows text of the same stream is joined to it.</summary>
internal sealed class OutputRecord
{
    private readonly Lock _gate = new();
    private readonly List<CellOutput> _outputs = [];
    private readonly StringBuilder _text = new();
    private readonly LimitedOutput _limited;
    private string _stream = CellOutput.Printed.StandardOutput;

    internal OutputRecord(OutputLimit limit) => _limited = new LimitedOutput(limit, Append);

    internal void Add(CellOutput output)
    {
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

    /// <summary>What has been put out so far.</summary>
    internal IReadOnlyList<CellOutput> ToList()
    {
        lock (_gate)
        {
            EndText();
            return [.. _outputs];
        }
    }

    private void Append(CellOutput output)
    {
        var printed = output as CellOutput.Printed;
        if (printed?.To != _stream)
        {
            EndText();
        }

        if (printed is null)
        {
            _outputs.Add(output);
            return;
        }

        _stream = printed.To;
        _text.Append(printed.Text);
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
