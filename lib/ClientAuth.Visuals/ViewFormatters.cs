using ClientAuth.Protocol.Display;

namespace ClientAuth.Visuals;

/// <summary>How a view shows itself in a notebook; an engine makes one and asks it for formatters, both by name.</summary>
internal sealed class ViewFormatters
{
    private readonly IReadOnlyList<object> _formatters =
    [
        new ConventionFormatter<View>(MimeTypes.Html, view => view.ToHtml()),
        new ConventionFormatter<View>(MimeTypes.PlainText, view => view.ToString()),
    ];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
