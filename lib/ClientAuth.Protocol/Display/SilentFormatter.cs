using System.Net;

namespace ClientAuth.Protocol.Display;

/// <summary>One formatter in the shape that a notebook engine looks for by name.</summary>
internal sealed class SilentFormatter(string mimeType)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        var text = instance.ToString() ?? "";
        writer.Write(MimeType == SilentFormatters.Html ? WebUtility.HtmlEncode(text) : text);
        return true;
    }
}
