using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>
/// How a message is drawn: filled where anybody on the way could read it, hatched where it is encrypted; what the client's
/// certificate adds has a colour of its own, a stronger edge and a mark.
/// </summary>
/// <param name="Color">The colour of the fill, or of the edge where it is hatched.</param>
/// <param name="IsEncrypted">Whether it is hatched.</param>
/// <param name="IsForClientCertificate">Whether mutual TLS adds it.</param>
internal sealed record HandshakeLook(string Color, bool IsEncrypted, bool IsForClientCertificate)
{
    private const string Client = Palette.Blue;
    private const string Server = Palette.BluishGreen;
    private const string ClientCertificate = Palette.Orange;

    // Of Okabe and Ito as well, darkened until it stands out from a white page.
    private const string ClientCertificateEdge = Palette.DarkOrange;

    private static readonly (string Name, HandshakeLook Look)[] Kinds =
    [
        ("client, readable", new(Client, false, false)),
        ("server, readable", new(Server, false, false)),
        ("encrypted", new("currentColor", true, false)),
        ("◆ for the client certificate", new(ClientCertificate, false, true)),
    ];

    /// <summary>What a drawing explains, in this order.</summary>
    /// <param name="pattern">The identifier of its hatch.</param>
    public static IReadOnlyList<LegendEntry> Legend(string pattern) =>
        [
            .. Kinds.Select(kind => new LegendEntry(
                kind.Name,
                (x, middle) => [kind.Look.Swatch(pattern, x + 1, middle - 6, 16, 12)]
            )),
        ];

    public static HandshakeLook Of(TlsMessage message) =>
        new(
            message.IsForClientCertificate ? ClientCertificate
                : message.Sender == Participant.Client ? Client
                : Server,
            message.IsEncrypted,
            message.IsForClientCertificate
        );

    /// <summary>The hatch, in the colour of the text so that it shows on a dark page, too.</summary>
    public static HtmlElement Pattern(string id) =>
        new("defs", HatchPattern.Define(id, Hatch.Rising, "currentColor", opacity: 0.7)!);

    /// <summary>The shape itself.</summary>
    /// <param name="pattern">The identifier of the hatch.</param>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public HtmlElement Swatch(string pattern, double x, double y, double width, double height) =>
        Svg.Rectangle(x, y, width, height, IsEncrypted ? $"url(#{pattern})" : Color)
            .With("stroke", IsForClientCertificate ? ClientCertificateEdge : Color)
            .With("stroke-width", IsForClientCertificate ? 2 : 1);

    /// <summary>The colour of a turn's arrow.</summary>
    public static string Of(Participant sender) => sender == Participant.Client ? Client : Server;
}
