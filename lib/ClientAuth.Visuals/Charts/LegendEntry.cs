using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Charts;

/// <summary>A name beside what stands for it in the drawing.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Swatch">Draws it, from a left edge and a middle on, 16 pixels wide.</param>
internal sealed record LegendEntry(string Name, Func<double, double, IEnumerable<HtmlNode>> Swatch);
