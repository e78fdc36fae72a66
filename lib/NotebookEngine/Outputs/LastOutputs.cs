using System.Text;

namespace NotebookEngine.Outputs;

/// <summary>The last of what a cell put out after it had reached its limit; what is older is counted and forgotten.</summary>
internal sealed class LastOutputs(OutputLimit limit)
{
    // Small writes are joined, so that each does not cost an object.
    private const int JoinedCharacters = 16 * 1024;

    private readonly Queue<CellOutput> _outputs = new();
    private readonly StringBuilder _text = new();
    private string _stream = CellOutput.Printed.StandardOutput;
    private long _held;
    private int _heldValues;

    private int MostCharacters => limit.Characters / OutputLimit.TextWeight;

    /// <summary>Characters that were left out, of text and of values.</summary>
    internal long LeftOut { get; private set; }

    /// <summary>Values that were left out.</summary>
    internal int ValuesLeftOut { get; private set; }

    internal void Add(CellOutput output)
    {
        if (output is not CellOutput.Printed printed)
        {
            EndText();
            Hold(output);
            return;
        }

        if (printed.To != _stream)
        {
            EndText();
            _stream = printed.To;
        }

        var tooLong = Math.Max(0, printed.Text.Length - MostCharacters);
        tooLong += tooLong > 0 && char.IsLowSurrogate(printed.Text[tooLong]) ? 1 : 0;
        LeftOut += tooLong;
        _text.Append(printed.Text, tooLong, printed.Text.Length - tooLong);
        if (_text.Length >= Math.Min(JoinedCharacters, MostCharacters / 2))
        {
            EndText();
        }
    }

    /// <summary>Takes what is held, oldest first; text begins with a whole line.</summary>
    internal IReadOnlyList<CellOutput> Take()
    {
        EndText();
        List<CellOutput> taken = [.. _outputs];
        if (LeftOut > 0 && taken is [CellOutput.Printed { Text: var text } oldest, ..])
        {
            var start = text.IndexOf('\n') + 1;
            start = start < text.Length ? start : 0;
            LeftOut += start;
            taken[0] = oldest with { Text = text[start..] };
        }

        _outputs.Clear();
        (_held, _heldValues) = (0, 0);
        return taken;
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            Hold(new CellOutput.Printed(_stream, _text.ToString()));
            _text.Clear();
        }
    }

    private void Hold(CellOutput output)
    {
        _outputs.Enqueue(output);
        Count(output, 1);
        while (_held > limit.Characters || _heldValues > OutputLimit.LastValues)
        {
            var oldest = _outputs.Dequeue();
            Count(oldest, -1);
            LeftOut += oldest.Length;
            ValuesLeftOut += oldest is CellOutput.Printed ? 0 : 1;
        }
    }

    private void Count(CellOutput output, int sign)
    {
        _held += sign * output.Weight;
        _heldValues += output is CellOutput.Printed ? 0 : sign;
    }
}
