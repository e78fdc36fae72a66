using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol.Recording;

/// <summary>An HTTP request as the server read it. Holds credentials in clear; a view decides what it shows.</summary>
/// <param name="Method">For example <c>POST</c>.</param>
/// <param name="Target">Path and query, as sent.</param>
/// <param name="Protocol">For example <c>HTTP/1.1</c>.</param>
/// <param name="Headers">In the order of arrival where the protocol keeps one.</param>
/// <param name="Body">Decoded as UTF-8.</param>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed record RecordedRequest(
    string Method,
    string Target,
    string Protocol,
    IReadOnlyList<RecordedHeader> Headers,
    string Body
)
{
    /// <summary>The header's value, or null where there is none; of several, the first.</summary>
    public string? Header(string name) => Headers.ValueOf(name);

    /// <summary>The values of every header of that name, in the order of arrival.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(header => header.Is(name)).Select(header => header.Value);

    /// <summary>Method and target; never a credential.</summary>
    public override string ToString() => $"{Method} {Target.Split('?')[0]}";
}

/// <summary>An HTTP response as the server sent it. May hold a token; a view decides what it shows.</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed record RecordedResponse(int Status, IReadOnlyList<RecordedHeader> Headers, string Body)
{
    /// <summary>No response: the connection ended before one. Its status is 0.</summary>
    public static RecordedResponse Nothing { get; } = new(0, [], "");

    /// <summary>The header's value, or null where there is none; of several, the first.</summary>
    public string? Header(string name) => Headers.ValueOf(name);

    /// <summary>The status, or that there was no response; never a token.</summary>
    public override string ToString() => Status == Nothing.Status ? "nothing" : $"{Status}";
}

/// <summary>One HTTP header field as it crossed the wire.</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed record RecordedHeader(string Name, string Value)
{
    /// <summary>Whether the field has this name; names are compared without case (RFC 9110 §5.1).</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name alone; the value may be a credential.</summary>
    public override string ToString() => Name;
}

/// <summary>Looks for a header field without an enumerator: a server asks for a dozen fields in each request.</summary>
internal static class HeaderFields
{
    /// <summary>The value of the first field of that name, or null.</summary>
    public static string? ValueOf(this IReadOnlyList<RecordedHeader> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].Is(name))
            {
                return headers[i].Value;
            }
        }

        return null;
    }
}
