using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Outputs;

/// <summary>One value in each of its MIME types; <c>text/plain</c> is always among them.</summary>
public sealed class MimeBundle
{
    internal MimeBundle(IReadOnlyDictionary<string, string> forms) => Forms = forms;

    /// <summary>The value's text by MIME type, the preferred type first.</summary>
    public IReadOnlyDictionary<string, string> Forms { get; }

    /// <summary>The value's plain text.</summary>
    public string Text => Forms[PlainTextFormatter.MimeType];

    /// <summary>The value's HTML, or null where its type has none.</summary>
    public string? Html => Forms.GetValueOrDefault(HtmlFormatter.MimeType);

    /// <summary>Characters of all its forms, in UTF-16 units.</summary>
    internal long Length => Forms.Sum(form => (long)form.Value.Length);

    /// <summary>The value as messages carry it: JSON types as JSON, all others as one string.</summary>
    internal JsonObject ToJson() =>
        new(
            Forms.Select(form =>
                KeyValuePair.Create(
                    form.Key,
                    JupyterJson.IsJson(form.Key)
                        ? JsonNode.Parse(
                            WholeText.OfJson(form.Value),
                            documentOptions: new() { MaxDepth = JupyterJson.Deepest }
                        )
                        : form.Value
                )
            )
        );
}
