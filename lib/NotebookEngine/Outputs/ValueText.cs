using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookEngine.Outputs;

/// <summary>A value's text in one MIME type. Of a value that contains itself, or is endless in depth, the beginning is shown.</summary>
internal static class ValueText
{
    private const int MostCharactersOfBeginning = 1000;

    private const string CutOff =
        " … (cut off: this value is nested too deeply or too long to show; does it contain itself?)";

    /// <exception cref="Sessions.CellInterruptedException">The cell was interrupted meanwhile.</exception>
    internal static string Of(object? value, string mimeType)
    {
        using var writer = new ValueWriter();
        // Outside of the catch below: inside, the stack still holds what the failed attempt has used.
        return IsWritten(writer, value, mimeType) ? writer.ToString() : Beginning(writer, value, mimeType);
    }

    private static bool IsWritten(ValueWriter writer, object? value, string mimeType)
    {
        try
        {
            using (var context = new FormatContext(writer))
            {
                value.FormatTo(context, mimeType);
            }

            return !writer.IsOver;
        }
        // Also what the runtime or a cell's own code throws that looks at the stack by itself.
        catch (Exception problem) when (writer.IsOver || problem is InsufficientExecutionStackException)
        {
            return false;
        }
    }

    private static string Beginning(ValueWriter writer, object? value, string mimeType) =>
        mimeType switch
        {
            PlainTextFormatter.MimeType => writer.Beginning(MostCharactersOfBeginning) + CutOff,
            // Half of a page's tags would swallow what comes after it.
            HtmlFormatter.MimeType => $"<pre>{WebUtility.HtmlEncode(Of(value, PlainTextFormatter.MimeType))}</pre>",
            _ when MimeBundle.IsJson(mimeType) => throw new FormatException(
                $"{value?.GetType()} cannot be written as {mimeType}: it is nested too deeply or too long; does it contain itself?"
            ),
            _ => CutOff.TrimStart(),
        };
}
