using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>Draws a handshake turn by turn: for each message a bar as long as it has bytes, and an arrow for each turn.</summary>
internal sealed class FlightSvg
{
    private const double LineHeight = 16;
    private const double BarHeight = 14;
    private const double HeadHeight = 24;

    // Cells between two texts on one line.
    private const int Between = 2;

    private readonly RecordedHandshake _handshake;
    private readonly TlsTranscript _transcript;
    private readonly FlightFrame _frame;
    private readonly Legend _legend;
    private readonly string _pattern;
    private readonly double _scale;
    private readonly List<HtmlNode> _shapes = [];
    private double _y;

    public FlightSvg(RecordedHandshake handshake, TlsTranscript transcript, FlightFrame frame)
    {
        (_handshake, _transcript, _frame) = (handshake, transcript, frame);
        _pattern = HatchName.Of([handshake], frame.IsNarrow ? "n" : "w");
        _legend = new Legend(HandshakeLook.Legend(_pattern), frame.Width);
        _scale = frame.BarWidth / transcript.Flights.SelectMany(FlightRow.Of).Select(row => row.Size).Append(1).Max();
    }

    /// <summary>The drawing. A narrow one repeats a wide one, and is hidden from a screen reader.</summary>
    public HtmlElement Render(string title, string description)
    {
        _y = _legend.Height + HeadHeight + 14;
        foreach (var (index, flight) in _transcript.Flights.Index())
        {
            if (flight.IsAfterHandshake && (index == 0 || !_transcript.Flights[index - 1].IsAfterHandshake))
            {
                End();
            }

            Turn(flight);
        }

        if (!_transcript.Flights.Any(flight => flight.IsAfterHandshake))
        {
            End();
        }

        return Svg.Form(
                _frame.IsNarrow,
                _frame.Width,
                _y + 4,
                title,
                description,
                [
                    HandshakeLook.Pattern(_pattern),
                    .. _legend.Render(3),
                    .. Lifeline(_frame.ClientAt, "client", "start"),
                    .. Lifeline(_frame.ServerAt, "authorization server", "end"),
                    .. _shapes,
                ],
                _frame.Style
            )
            .With(Volatile.Attribute, "");
    }

    private void Turn(TlsFlight flight)
    {
        if (!_frame.IsNarrow)
        {
            _shapes.Add(StepShapes.Small(_frame.ClientAt - 12, _y + 12, Elapsed.Show(flight.At), "end"));
        }

        foreach (var row in FlightRow.Of(flight))
        {
            Row(row);
        }

        var (from, to) =
            flight.Sender == Participant.Client
                ? (_frame.ClientAt, _frame.ServerAt)
                : (_frame.ServerAt, _frame.ClientAt);
        var caption = _frame.IsNarrow ? HandshakeWords.ShortTurn(flight) : HandshakeWords.Turn(flight);
        _shapes.Add(StepShapes.Small((from + to) / 2, _y + 11, caption, "middle"));
        _shapes.AddRange(StepShapes.Arrow(from, to, _y + 20, HandshakeLook.Of(flight.Sender), isRefused: false));
        _y += 38;
    }

    private void Row(FlightRow row)
    {
        _shapes.AddRange(StepShapes.Number(_frame.NumberAt, _y + 9, row.First.Number));
        var x = _frame.BarLeft;
        foreach (var message in row.Messages)
        {
            var width = Math.Max(3, message.Size * _scale);
            _shapes.Add(HandshakeLook.Of(message).Swatch(_pattern, x, _y + 2, width, BarHeight));
            x += width;
        }

        var (headline, detail) = (row.Headline, HandshakeWords.Detail(row.First));
        var (first, second) = (Wrapping.CellsOf(headline), Wrapping.CellsOf(detail));
        if (first + Between + second <= _frame.Cells)
        {
            Write(headline, 0, isStrong: true);
            Write(detail, first + Between, isStrong: false);
            _y += LineHeight;
        }
        else
        {
            Lines(headline, isStrong: true);
            Lines(detail, isStrong: false);
        }

        _y += 6;
    }

    private void Lines(string text, bool isStrong)
    {
        foreach (var line in Wrapping.Lines(text, _frame.Cells))
        {
            Write(line, 0, isStrong);
            _y += LineHeight;
        }
    }

    private void Write(string line, int cell, bool isStrong) =>
        _shapes.Add(
            StepShapes.Label(_frame.TextLeft + (cell * SequenceFrame.CellWidth), _y + 12, line, "start", isStrong)
        );

    // Across both lifelines: up to here it was the handshake.
    private void End()
    {
        var words = HandshakeWords.End(_handshake);
        _shapes.Add(Svg.Line(_frame.ClientAt - 6, _y, _frame.ServerAt + 6, _y, 0.7).With("stroke-dasharray", "4 3"));
        _shapes.Add(StepShapes.Small((_frame.ClientAt + _frame.ServerAt) / 2, _y + 14, words, "middle"));
        _y += 24;
    }

    private IEnumerable<HtmlNode> Lifeline(double x, string name, string anchor)
    {
        var top = _legend.Height + HeadHeight;
        var edge = anchor == "start" ? x - 4 : x + 4;
        yield return StepShapes.Label(edge, top - 6, name, anchor, isStrong: true);
        yield return Svg.Line(x, top, x, _y, 0.45);
    }
}
