using System.Net.Http.Headers;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Reading;

/// <summary>
/// What a request says that its body is: one <c>Content-Type</c>, and at most one charset that the server reads as it is meant
/// (RFC 9110 §8.3). Of two media types, whoever reads the other one would see another request.
/// </summary>
internal static class DeclaredMediaType
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";

    private const string FieldName = "Content-Type";
    private const string Charset = "charset";

    // A form is ASCII, whatever it says; HTTP libraries for Java declare Latin-1 by themselves.
    private static readonly string[] OfForms = ["utf-8", "us-ascii", "iso-8859-1"];

    // JSON is UTF-8 (RFC 8259 §8.1), and ASCII is a part of it.
    private static readonly string[] OfJson = ["utf-8", "us-ascii"];

    /// <summary>Whether the request declares this media type, and no other.</summary>
    public static bool Is(IncomingRequest incoming, string mediaType) =>
        incoming.Http.HeaderValues(FieldName).ToList() is [var value]
        && MediaTypeHeaderValue.TryParse(value, out var parsed)
        && string.Equals(parsed.MediaType, mediaType, StringComparison.OrdinalIgnoreCase)
        && IsKnownCharset(parsed, mediaType == Form ? OfForms : OfJson);

    /// <summary>What is declared, in words for a trace.</summary>
    public static string Seen(IncomingRequest incoming) =>
        incoming.Http.HeaderValues(FieldName).ToList() switch
        {
            [] => Quote.Text(null),
            [var value] => Quote.Sent(value),
            var several => $"{several.Count} {FieldName} fields",
        };

    private static bool IsKnownCharset(MediaTypeHeaderValue parsed, string[] known)
    {
        var charsets = parsed
            .Parameters.Where(parameter => string.Equals(parameter.Name, Charset, StringComparison.OrdinalIgnoreCase))
            .Select(parameter => parameter.Value?.Trim('"'))
            .ToList();
        return charsets.Count <= 1
            && charsets.TrueForAll(charset => known.Contains(charset, StringComparer.OrdinalIgnoreCase));
    }
}
