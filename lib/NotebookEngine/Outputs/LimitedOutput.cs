using System.Globalization;

namespace NotebookEngine.Outputs;

/// <summary>
/// Passes on what a cell puts out until it reaches its limit; from there on it keeps the last of it, and passes that on at the
/// end, behind a line that says how much was left out. Not safe for several threads at once.
/// </summary>
/// <param name="limit">How much passes.</param>
/// <param name="passOn">Takes what passes, in order.</param>
internal sealed class LimitedOutput(OutputLimit limit, Action<CellOutput> passOn)
{
    private LastOutputs? _last;
    private long _weight;
    private int _values;
    private bool _hasEnded;

    /// <summary>Whether the cell has put out more than the first of it.</summary>
    internal bool IsExceeded { get; private set; }

    /// <summary>What was left out and why, in one sentence; null where nothing was.</summary>
    internal string? Notice { get; private set; }

    // Nine tenths of the limit are for the first outputs, one for the last; a limit counts characters of printed text.
    private long MostWeight => 9L * limit.Characters;

    internal void Add(CellOutput output)
    {
        if (output is CellOutput.Failed)
        {
            // A failure is always shown, and shown last.
            End();
            passOn(output);
        }
        else if (output is CellOutput.Updated || Fits(output))
        {
            // An update takes the place of what is there.
            passOn(output);
        }
        else if (!_hasEnded)
        {
            _last ??= new LastOutputs(limit);
            _last.Add(IsExceeded ? output : PassBeginning(output));
            IsExceeded = true;
        }
        else if (!IsExceeded)
        {
            // The cell has left something running, which may go on writing for ever.
            IsExceeded = true;
            Say($"the rest of the output was left out: {limit}");
        }
    }

    /// <summary>Passes on the last of it. What still comes when the limit is exceeded is dropped.</summary>
    internal void End()
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        if (_last is null)
        {
            return;
        }

        var outputs = _last.Take();
        if (_last.LeftOut > 0)
        {
            Say(Describe(_last));
        }

        foreach (var output in outputs)
        {
            passOn(output);
        }
    }

    private bool Fits(CellOutput output)
    {
        var isValue = output is not CellOutput.Printed;
        if (IsExceeded || _weight + output.Weight > MostWeight || (isValue && _values == OutputLimit.FirstValues))
        {
            return false;
        }

        _weight += output.Weight;
        _values += isValue ? 1 : 0;
        return true;
    }

    // Of a text that is too long as a whole, what fits is still the first of it.
    private CellOutput PassBeginning(CellOutput output)
    {
        var room = (int)((MostWeight - _weight) / OutputLimit.TextWeight);
        if (output is not CellOutput.Printed printed || room <= 0)
        {
            return output;
        }

        var cut = char.IsHighSurrogate(printed.Text[room - 1]) ? room - 1 : room;
        passOn(printed with { Text = printed.Text[..cut] });
        return printed with { Text = printed.Text[cut..] };
    }

    private void Say(string notice)
    {
        Notice = notice;
        passOn(new CellOutput.Printed(CellOutput.Printed.StandardOutput, $"\n[{notice}]\n"));
    }

    private string Describe(LastOutputs last)
    {
        var values = last.ValuesLeftOut > 0 ? $"{Number(last.ValuesLeftOut)} values among " : "";
        return $"{values}{Number(last.LeftOut)} characters of the output were left out here: {limit}";
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
