using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using Plotly.NET;

namespace ClientAuth.Visuals.PlotlyFigures;

/// <summary>Sentences below the axis of a Plotly figure, one on each line.</summary>
internal static class PlotlyNotes
{
    private const int Below = 62;
    private const int LineHeight = 19;

    // As many characters as stand beside the names of the rows on a page 900 pixels wide.
    private const int LongestLine = 88;

    public static void Add(Layout layout, IReadOnlyList<string> sentences)
    {
        string[] lines = [.. sentences.SelectMany(one => Wrapping.Lines(VisibleText.Line(one), LongestLine))];
        layout.SetProperty(
            "annotations",
            lines.Select((text, line) => Annotation(PlotlyText.Encode(text), line)).ToArray()
        );
        layout.SetProperty(
            "margin",
            new Dictionary<string, object>
            {
                ["t"] = 110,
                ["r"] = 130,
                ["b"] = Below + (LineHeight * (lines.Length + 1)),
            }
        );
    }

    private static Dictionary<string, object> Annotation(string text, int line) =>
        new()
        {
            ["text"] = text,
            ["showarrow"] = false,
            ["xref"] = "paper",
            ["x"] = 0,
            ["xanchor"] = "left",
            ["yref"] = "paper",
            ["y"] = 0,
            ["yanchor"] = "top",
            ["yshift"] = -(Below + (LineHeight * line)),
        };
}
