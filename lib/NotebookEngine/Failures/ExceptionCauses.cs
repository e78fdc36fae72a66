using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Compiling;

namespace NotebookEngine.Failures;

/// <summary>
/// Why an exception was thrown: all that it wraps, with the line of a cell where each came from. An
/// <see cref="AggregateException"/> wraps several, and what is below one of those stands indented.
/// </summary>
internal sealed class ExceptionCauses(IReadOnlyDictionary<string, SourceText> cells)
{
    private const int MostShown = 20;

    /// <summary>A line each, in the order in which they are wrapped.</summary>
    internal IEnumerable<string> Of(Exception exception)
    {
        var open = new Stack<Cause>(InnerOf(exception, indent: "   ").Reverse());
        for (var shown = 0; open.TryPop(out var cause); shown++)
        {
            if (shown == MostShown)
            {
                yield return $"{cause.Indent}and more";
                yield break;
            }

            yield return $"{cause.Indent}because of {cause.Number}{cause.Exception.GetType().FullName}: "
                + $"{MessageOf(cause.Exception)}{Place(cause.Exception)}";
            foreach (var inner in InnerOf(cause.Exception, cause.Indent + (cause.Number is "" ? "" : "   ")).Reverse())
            {
                open.Push(inner);
            }
        }
    }

    /// <summary>An exception of the cell's own may throw when it is asked, and throw the like of itself.</summary>
    internal static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message ?? "";
        }
        catch (Exception problem)
        {
            return $"its Message throws {problem.GetType().FullName}";
        }
    }

    private static IEnumerable<Cause> InnerOf(Exception exception, string indent) =>
        exception switch
        {
            AggregateException { InnerExceptions: { Count: > 1 } several } => several.Select(
                (inner, index) =>
                    new Cause(
                        inner,
                        string.Create(CultureInfo.InvariantCulture, $"{index + 1} of {several.Count}: "),
                        indent
                    )
            ),
            { InnerException: { } only } => [new Cause(only, "", indent)],
            _ => [],
        };

    private string Place(Exception exception)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true)
            .GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() is { } file && cells.ContainsKey(file));
        if (frame is null)
        {
            return "";
        }

        var (cell, line) = (frame.GetFileName()!, frame.GetFileLineNumber());
        return string.Create(
            CultureInfo.InvariantCulture,
            $" (at {cell}, line {line}: {CellText.Line(cells[cell], line)?.Trim()})"
        );
    }

    /// <param name="Exception">What is wrapped.</param>
    /// <param name="Number">Which of several; empty for one alone.</param>
    /// <param name="Indent">How far the line stands in.</param>
    private sealed record Cause(Exception Exception, string Number, string Indent);
}
