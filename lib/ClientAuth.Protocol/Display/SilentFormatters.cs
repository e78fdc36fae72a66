using System.Net;

namespace ClientAuth.Protocol.Display;

/// <summary>
/// The notebook formatters of a type that holds a credential: they show what <see cref="object.ToString"/> returns. Without
/// them an engine shows a table of all properties, and the credential ends in the notebook's outputs.
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
