using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Sequences;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>How wide the drawing of a handshake is, and where in it everything stands.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="ClientAt">The client's lifeline.</param>
/// <param name="ServerAt">The server's lifeline.</param>
/// <param name="BarWidth">The width of the largest message.</param>
/// <param name="Style">Shows it where there is room for it.</param>
internal sealed record FlightFrame(double Width, double ClientAt, double ServerAt, double BarWidth, Style Style)
{
    private const double NumberWidth = 34;

    public static FlightFrame Wide { get; } = new(760, 96, 736, 150, Style.WideDrawing);

    /// <summary>For a page as wide as a phone; the times stand beside the turns.</summary>
    public static FlightFrame Narrow { get; } = new(340, 8, 332, 44, Style.NarrowDrawing);

    public bool IsNarrow => this == Narrow;

    public double NumberAt => ClientAt + 18;

    public double BarLeft => ClientAt + NumberWidth;

    public double TextLeft => BarLeft + BarWidth + 10;

    /// <summary>How many cells of a font of fixed pitch fit beside the bars.</summary>
    public int Cells => (int)((ServerAt - 10 - TextLeft) / SequenceFrame.CellWidth);
}
