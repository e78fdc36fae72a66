namespace ClientAuth.Protocol.Display;

/// <summary>Media types of notebook output.</summary>
internal static class MimeTypes
{
    public const string Html = "text/html";
    public const string PlainText = "text/plain";

    /// <summary>A figure that VS Code draws with a plotly.js of its own.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";
}
