using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>
/// What another handshake says otherwise: times, random numbers, keys, and the length of an ECDSA signature. The attribute keeps a
/// comparison of two runs from taking it for a difference.
/// </summary>
internal static class Volatile
{
    public const string Attribute = "data-volatile";

    /// <summary>Text of this kind.</summary>
    public static HtmlElement Text(string text) => new HtmlElement("span", text).With(Attribute, "");
}
