using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>Draws handshakes as bars of bytes, one under another: messages in their order, with a gap where the other side's turn begins.</summary>
internal sealed class BytesSvg
{
    private const double RowHeight = 62;
    private const double BarHeight = 18;
    private const double Gap = 5;

    private readonly IReadOnlyList<(RecordedHandshake Handshake, TlsTranscript Transcript)> _rows;
    private readonly FlightFrame _frame;
    private readonly Legend _legend;
    private readonly string _pattern;
    private readonly double _scale;
    private readonly int _most;

    public BytesSvg(IReadOnlyList<(RecordedHandshake Handshake, TlsTranscript Transcript)> rows, FlightFrame frame)
    {
        (_rows, _frame) = (rows, frame);
        _pattern = HatchName.Of(rows.Select(row => row.Handshake), frame.IsNarrow ? "cn" : "cw");
        _legend = new Legend(HandshakeLook.Legend(_pattern), frame.Width);
        _most = Math.Max(1, rows.Max(row => HandshakeWords.BytesOf(row.Transcript)));
        _scale = (frame.Width - 16 - (Gap * rows.Max(row => row.Transcript.Flights.Count))) / _most;
    }

    private double Top => _legend.Height + 8;

    private double Bottom => Top + (RowHeight * _rows.Count);

    /// <summary>The drawing. A narrow one repeats a wide one, and is hidden from a screen reader.</summary>
    public HtmlElement Render(string title, string description)
    {
        var height = Bottom + 30;
        return Svg.Form(
                _frame.IsNarrow,
                _frame.Width,
                height,
                title,
                description,
                [
                    HandshakeLook.Pattern(_pattern),
                    .. _legend.Render(3),
                    .. _rows.SelectMany((row, index) => Row(row.Handshake, row.Transcript, Top + (RowHeight * index))),
                    .. Axis(),
                ],
                _frame.Style
            )
            .With(Volatile.Attribute, "");
    }

    private IEnumerable<HtmlNode> Row(RecordedHandshake handshake, TlsTranscript transcript, double top)
    {
        yield return StepShapes.Label(2, top + 12, Cut(handshake.Label), "start", isStrong: true);
        yield return StepShapes.Small(
            2,
            top + 27,
            _frame.IsNarrow ? HandshakeWords.Cost(transcript) : HandshakeWords.Summary(handshake, transcript),
            "start"
        );
        var x = 2.0;
        foreach (var flight in transcript.Flights.Where(flight => !flight.IsAfterHandshake))
        {
            foreach (var message in flight.Messages)
            {
                var width = message.Size * _scale;
                yield return new HtmlElement(
                    "g",
                    new HtmlElement("title", HandshakeWords.Headline(message)),
                    HandshakeLook.Of(message).Swatch(_pattern, x, top + 33, Math.Max(1, width), BarHeight)
                );
                x += width;
            }

            x += Gap;
        }
    }

    private IEnumerable<HtmlNode> Axis()
    {
        yield return Svg.Line(2, Bottom, 2 + (_most * _scale), Bottom, 0.6);
        foreach (var tick in AxisTicks.For(_most))
        {
            yield return Svg.Line(2 + (tick * _scale), Bottom, 2 + (tick * _scale), Bottom + 4, 0.6);
            yield return StepShapes.Small(
                2 + (tick * _scale),
                Bottom + 16,
                tick == 0 ? "0 bytes" : Numbers.Show(tick),
                tick == 0 ? "start" : "middle"
            );
        }
    }

    private string Cut(string label) =>
        Wrapping.Lines(VisibleText.Line(label), (int)((_frame.Width - 4) / SequenceFrame.CellWidth))[0];
}
