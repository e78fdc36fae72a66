using System.Net;

namespace ClientAuth.Protocol.Display;

/// <summary>
/// For a type that holds a credential. Left to itself, a notebook engine shows a table of all properties, and the credential
/// ends in the notebook's outputs; with this it shows what <see cref="object.ToString"/> is willing to say.
/// </summary>
internal sealed class SilentFormatters
{
    private readonly IReadOnlyList<object> _formatters =
    [
        new ConventionFormatter<object>(MimeTypes.Html, value => WebUtility.HtmlEncode(value.ToString()) ?? ""),
        new ConventionFormatter<object>(MimeTypes.PlainText, value => value.ToString() ?? ""),
    ];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
