using System.Globalization;
using NotebookEngine.Running;

namespace NotebookEngine.Reports;

/// <summary>A failed cell in words: where, what, the line, and the values involved.</summary>
internal static class FailureText
{
    /// <summary>One line that names the place, for example <c>01-client-secret, cell 7 (basic-header), line 3</c>.</summary>
    internal static string Place(NotebookResult notebook, CellResult cell)
    {
        var line = cell.Failure?.Line is { } number
            ? string.Create(CultureInfo.InvariantCulture, $", line {number}")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{notebook.Name}, cell {cell.Cell.Number} ({cell.Id}){line}"
        );
    }

    /// <summary>All lines after the first, indented; empty where the cell did not fail.</summary>
    internal static IEnumerable<string> Lines(CellResult cell)
    {
        if (cell.Failure is not { } failure)
        {
            yield break;
        }

        yield return PrintableText.Of($"   {failure.Name}: {failure.Message}");
        if (failure.Line is { } line)
        {
            yield return PrintableText.Of(
                $"   {line.ToString(CultureInfo.InvariantCulture).PadLeft(4)} | {failure.SourceLine}"
            );
            if (failure.Column is { } column)
            {
                yield return $"        | {new string(' ', column - 1)}^";
            }
        }

        foreach (var detail in failure.Details)
        {
            yield return PrintableText.Of(detail);
        }

        foreach (var value in failure.Values)
        {
            yield return PrintableText.Of($"   {value.Name} = {value.Value}");
        }
    }
}
