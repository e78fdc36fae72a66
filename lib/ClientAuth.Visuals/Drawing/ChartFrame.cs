using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Drawing;

/// <summary>How wide a drawing is, and where the names of its rows stand: beside them, or above them where a page is as narrow as a phone.</summary>
internal sealed record ChartFrame(double Width, bool NamesAbove, Style Style)
{
    public static ChartFrame Wide { get; } = new(760, false, Style.WideDrawing);

    public static ChartFrame Narrow { get; } = new(360, true, Style.NarrowDrawing);

    /// <summary>Both forms; a page shows the one that fits. The narrow one repeats the wide one, and is hidden from a screen reader.</summary>
    public static HtmlElement Both(Func<ChartFrame, HtmlElement> draw) => new("div", draw(Wide), draw(Narrow));
}
