using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Sequences;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>
/// A TLS handshake as it crossed the wire, turn by turn, and each message that anybody on the way could read, byte by byte. What is
/// encrypted shows its size and nothing else: the recording holds no keys.
/// </summary>
public sealed class HandshakeView : View
{
    private readonly RecordedHandshake _handshake;

    /// <param name="handshake">What crossed the wire.</param>
    /// <param name="title">What it shows; the handshake's label where it is left out.</param>
    public HandshakeView(RecordedHandshake handshake, string? title = null)
        : base(title ?? handshake.Label) => (_handshake, Transcript) = (handshake, TlsTranscript.Read(handshake));

    /// <summary>What is shown.</summary>
    public TlsTranscript Transcript { get; }

    private string Summary => HandshakeWords.TimedSummary(_handshake, Transcript);

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            new HtmlElement("p", Volatile.Text(Summary)),
            .. Transcript.Messages.Count == 0 ? [] : Drawings(),
            .. Transcript.Messages.Where(message => message.Fields.Count > 0).Select(MessageFields.Of),
            .. Notes().Select(note => new HtmlElement("p", note).Styled(Style.Note)),
        ];

    private protected override string PlainBody() =>
        string.Join(
            '\n',
            [
                Summary,
                .. Transcript.Messages.Count == 0 ? Array.Empty<string>() : [HandshakeText.Render(Transcript)],
                .. Notes(),
            ]
        );

    private IEnumerable<HtmlElement> Drawings() =>
        [
            new FlightSvg(_handshake, Transcript, FlightFrame.Wide).Render(Title, Summary),
            new FlightSvg(_handshake, Transcript, FlightFrame.Narrow).Render(Title, Summary),
        ];

    private IEnumerable<string> Failure() =>
        _handshake.Failure is { } failure ? [$"✗ The client gave up: {failure}"] : [];

    private IEnumerable<string> Notes() =>
        Failure()
            .Concat(Transcript.Problems.Select(problem => $"✗ Not readable: {StepWords.Shown($"{problem}")}."))
            .Concat(
                Transcript.Messages.Any(message => message.IsEncrypted)
                    ?
                    [
                        "Encrypted records show their size only. Reading them takes the keys of this connection, which are not recorded.",
                    ]
                    : Array.Empty<string>()
            );
}
