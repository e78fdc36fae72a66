using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>Several handshakes below each other on one scale of bytes: what a certificate adds, and what taking up a session saves.</summary>
/// <param name="title">What they are compared for.</param>
/// <param name="handshakes">In order; their labels tell them apart.</param>
public sealed class HandshakeComparisonView(string title, params IReadOnlyList<RecordedHandshake> handshakes)
    : View(title)
{
    private const string OneRun =
        "On the next run the round trips are the same, and the bytes differ by a few: an ECDSA signature varies in length. "
        + "Times are not compared: a single run of each says nothing about time.";

    private readonly IReadOnlyList<(RecordedHandshake Handshake, TlsTranscript Transcript)> _rows =
    [
        .. handshakes.Select(handshake => (handshake, TlsTranscript.Read(handshake))),
    ];

    private static string[] Columns =>
        ["Handshake", "Kind", "Round trips", "Client sent", "Server sent", "◆ For the client certificate"];

    private string Summary =>
        _rows is []
            ? "Nothing was recorded"
            : string.Join(
                ". ",
                _rows.Select(row =>
                    $"{VisibleText.Line(row.Handshake.Label)}: {HandshakeWords.Summary(row.Handshake, row.Transcript)}"
                )
            );

    private protected override IEnumerable<HtmlNode> Body() =>
        _rows is []
            ? [new HtmlElement("p", Summary)]
            :
            [
                new BytesSvg(_rows, FlightFrame.Wide).Render(Title, Summary),
                new BytesSvg(_rows, FlightFrame.Narrow).Render(Title, Summary),
                HtmlTable.FactsWithoutCaption(
                    Title,
                    _rows.Select(row => (row.Handshake.Label, (HtmlNode)Volatile.Text(Sides(row.Transcript))))
                ),
                new HtmlElement("p", OneRun).Styled(Style.Note),
            ];

    private protected override string PlainBody() =>
        _rows is [] ? Summary : $"{PlainTable.Render(Columns, _rows.Select(Cells))}\n{OneRun}";

    private static string[] Cells((RecordedHandshake Handshake, TlsTranscript Transcript) row) =>
        [
            row.Handshake.Label,
            HandshakeWords.Kind(row.Handshake, row.Transcript),
            Numbers.Show(row.Transcript.RoundTrips),
            HandshakeWords.Counted(row.Transcript.SizeOf(Participant.Client), "byte"),
            HandshakeWords.Counted(row.Transcript.SizeOf(Participant.AuthorizationServer), "byte"),
            ForClientCertificate(row.Transcript),
        ];

    // The drawing has the rest.
    private static string Sides(TlsTranscript transcript) =>
        $"client {HandshakeWords.Counted(transcript.SizeOf(Participant.Client), "byte")}, "
        + $"server {HandshakeWords.Counted(transcript.SizeOf(Participant.AuthorizationServer), "byte")}, "
        + $"◆ for the client certificate {ForClientCertificate(transcript)}";

    private static string ForClientCertificate(TlsTranscript transcript)
    {
        var added = transcript.Messages.Where(message => message.IsForClientCertificate).ToList();
        return added.Count == 0
            ? "none"
            : HandshakeWords.Counted(added.Sum(message => message.Size), "byte")
                + (added.Any(message => message.IsEncrypted) ? ", encrypted, with Finished" : "");
    }
}
