using ClientAuth.Protocol.Display;

namespace ClientAuth.Lab.Choosing;

/// <summary>How the explorer shows itself in a notebook; an engine makes one and asks it for formatters, both by name.</summary>
internal sealed class ExplorerFormatters
{
    private readonly IReadOnlyList<object> _formatters =
    [
        new ConventionFormatter<MethodExplorer>(MimeTypes.Html, explorer => explorer.ToHtml()),
        new ConventionFormatter<MethodExplorer>(MimeTypes.PlainText, explorer => explorer.ToString()),
    ];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
