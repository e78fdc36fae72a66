namespace ClientAuth.Protocol.Display;

/// <summary>
/// For a type that holds a credential. Left to itself, a notebook engine shows a table of all properties, and the credential
/// ends in the notebook's outputs; with this it shows what <see cref="object.ToString"/> is willing to say.
/// </summary>
internal sealed class SilentFormatters
{
    public const string Html = "text/html";
    public const string PlainText = "text/plain";

    private readonly IReadOnlyList<SilentFormatter> _formatters = [new(Html), new(PlainText)];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
