using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotebookEngine.Book;

/// <summary>
/// What the search looks through: titles, headings and prose. It is a script, since a page that is opened from disk may load scripts
/// beside it and nothing else.
/// </summary>
internal static class SearchIndex
{
    internal const string FileName = "search.js";

    // The text of a script, not of a page.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Of(IReadOnlyList<Page> pages)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            writer.WriteStartArray();
            foreach (var page in pages)
            {
                Write(writer, page);
            }

            writer.WriteEndArray();
        }

        return $"window.bookSearch = {Encoding.UTF8.GetString(json.ToArray())};\n";
    }

    private static void Write(Utf8JsonWriter writer, Page page)
    {
        writer.WriteStartObject();
        writer.WriteString("path", page.Path);
        writer.WriteString("title", page.Title);
        writer.WriteStartArray("sections");
        foreach (var section in page.Sections)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(section.Anchor);
            writer.WriteStringValue(section.Level == 1 ? "" : section.Heading);
            writer.WriteStringValue(section.Text);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
