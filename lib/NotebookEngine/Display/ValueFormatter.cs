using System.Net;
using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookEngine.Execution;
using NotebookEngine.Notebooks;
using NotebookEngine.Outputs;

namespace NotebookEngine.Display;

/// <summary>
/// Formats values. Of a value that contains itself, or is endless in depth, the beginning is shown. The formatter keeps its
/// registrations for the whole process: what one notebook registers, another may see.
/// </summary>
internal static class ValueFormatter
{
    private const int MostCharactersOfBeginning = 1000;

    private const string CutOff =
        " … (cut off: this value is nested too deeply or too long to show; does it contain itself?)";

    /// <summary>Formats a value in the MIME types asked for, or, with none, in those its type prefers; always in plain text, too.</summary>
    /// <exception cref="FormatException">A formatter for a JSON type wrote something else, or has no end.</exception>
    /// <exception cref="CellInterruptedException">The cell was interrupted meanwhile.</exception>
    internal static MimeBundle Format(object? value, params IReadOnlyCollection<string> mimeTypes)
    {
        var type = value?.GetType() ?? typeof(object);
        var wanted = mimeTypes.Count > 0 ? mimeTypes : Formatter.GetPreferredMimeTypesFor(type);
        var forms = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var mimeType in wanted.Append(PlainTextFormatter.MimeType).Distinct())
        {
            var text = Text(value, mimeType);
            forms.Add(mimeType, JupyterJson.IsJson(mimeType) ? CheckedJson(type, mimeType, text) : text);
        }

        return new MimeBundle(forms);
    }

    private static string Text(object? value, string mimeType)
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
            HtmlFormatter.MimeType => $"<pre>{WebUtility.HtmlEncode(Text(value, PlainTextFormatter.MimeType))}</pre>",
            _ when JupyterJson.IsJson(mimeType) => throw new FormatException(
                $"{value?.GetType()} cannot be written as {mimeType}: it is nested too deeply or too long; does it contain itself?"
            ),
            _ => CutOff.TrimStart(),
        };

    private static string CheckedJson(Type type, string mimeType, string text)
    {
        try
        {
            // As it will be written: with a name twice, no file that holds it could be read again.
            JsonDocument
                .Parse(
                    WholeText.OfJson(text),
                    new JsonDocumentOptions { MaxDepth = JupyterJson.Deepest, AllowDuplicateProperties = false }
                )
                .Dispose();
            return text;
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{type} formats itself as {mimeType}, but not in JSON", problem);
        }
    }
}
