using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol.Recording;

/// <summary>An HTTP response as the server sent it. May hold a token; a view decides what it shows.</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed record RecordedResponse(int Status, IReadOnlyList<RecordedHeader> Headers, string Body)
{
    /// <summary>No response: the connection ended before one. Its status is 0.</summary>
    public static RecordedResponse Nothing { get; } = new(0, [], "");

    /// <summary>The header's value, or null where there is none; of several, the first.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Is(name))?.Value;

    /// <summary>The status, or that there was no response; never a token.</summary>
    public override string ToString() => Status == Nothing.Status ? "nothing" : $"{Status}";
}
