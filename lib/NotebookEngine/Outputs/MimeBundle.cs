using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookEngine.Outputs;

/// <summary>
/// One value in each of its MIME types; <c>text/plain</c> is always among them.
/// The formatter keeps its registrations for the whole process: what one notebook registers, another may see.
/// </summary>
public sealed class MimeBundle
{
    private readonly OrderedDictionary<string, string> _forms = new(StringComparer.Ordinal);

    private MimeBundle() { }

    /// <summary>The value's text by MIME type, the preferred type first.</summary>
    public IReadOnlyDictionary<string, string> Forms => _forms;

    /// <summary>The value's plain text.</summary>
    public string Text => _forms[PlainTextFormatter.MimeType];

    /// <summary>The value's HTML, or null where its type has none.</summary>
    public string? Html => _forms.GetValueOrDefault(HtmlFormatter.MimeType);

    /// <summary>Characters of all its forms, in UTF-16 units.</summary>
    internal long Length => _forms.Sum(form => (long)form.Value.Length);

    /// <summary>Formats a value in the MIME types asked for, or, with none, in those its type prefers.</summary>
    /// <exception cref="FormatException">A formatter for a JSON type wrote something else, or has no end.</exception>
    /// <exception cref="Sessions.CellInterruptedException">The cell was interrupted meanwhile.</exception>
    public static MimeBundle Of(object? value, params IReadOnlyCollection<string> mimeTypes)
    {
        var type = value?.GetType() ?? typeof(object);
        var wanted = mimeTypes.Count > 0 ? mimeTypes : Formatter.GetPreferredMimeTypesFor(type);
        var bundle = new MimeBundle();
        foreach (var mimeType in wanted.Append(PlainTextFormatter.MimeType).Distinct())
        {
            var text = ValueText.Of(value, mimeType);
            bundle._forms.Add(mimeType, IsJson(mimeType) ? CheckedJson(type, mimeType, text) : text);
        }

        return bundle;
    }

    /// <summary>The value as messages carry it: JSON types as JSON, all others as one string.</summary>
    internal JsonObject ToJson() =>
        new(
            _forms.Select(form =>
                KeyValuePair.Create(
                    form.Key,
                    IsJson(form.Key)
                        ? JsonNode.Parse(form.Value, documentOptions: new() { MaxDepth = 256 })
                        : form.Value
                )
            )
        );

    /// <summary>Whether a notebook holds this MIME type as JSON rather than as text.</summary>
    internal static bool IsJson(string mimeType) =>
        mimeType.EndsWith("+json", StringComparison.Ordinal) || mimeType.EndsWith("/json", StringComparison.Ordinal);

    private static string CheckedJson(Type type, string mimeType, string text)
    {
        try
        {
            JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 }).Dispose();
            return text;
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{type} formats itself as {mimeType}, but not in JSON", problem);
        }
    }
}
