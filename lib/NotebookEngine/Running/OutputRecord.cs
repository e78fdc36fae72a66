using System.Text;
using NotebookEngine.Outputs;

namespace NotebookEngine.Running;

/// <summary>The outputs of one cell, collected from any thread; text that follows text of the same stream is joined to it.</summary>
internal sealed class OutputRecord
{
    private readonly Lock _gate = new();
    private readonly List<CellOutput> _outputs = [];
    private readonly StringBuilder _text = new();
    private string _stream = CellOutput.Printed.StandardOutput;

    internal void Add(CellOutput output)
    {
        lock (_gate)
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

    private void EndText()
    {
        if (_text.Length > 0)
        {
            _outputs.Add(new CellOutput.Printed(_stream, _text.ToString()));
            _text.Clear();
        }
    }
}
