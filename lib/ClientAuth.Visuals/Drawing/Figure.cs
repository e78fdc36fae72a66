using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Drawing;

/// <summary>The numbers of a chart, rounded once; every form of it is drawn from here.</summary>
internal abstract record Figure(string Title, string XTitle, string YTitle)
{
    public abstract string ToPlotlyJson();

    /// <param name="description">Text alternative.</param>
    public abstract HtmlElement ToSvg(string description);

    public abstract HtmlElement ToTable();
}
