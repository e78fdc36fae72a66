using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol.Recording;

/// <summary>One HTTP header field as it crossed the wire.</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed record RecordedHeader(string Name, string Value)
{
    /// <summary>Whether the field has this name; names are compared without case (RFC 9110 §5.1).</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name alone; the value may be a credential.</summary>
    public override string ToString() => Name;
}
