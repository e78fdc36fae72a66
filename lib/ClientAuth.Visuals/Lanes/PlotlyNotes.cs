using ClientAuth.Visuals.Html;
using Plotly.NET;

namespace ClientAuth.Visuals.Lanes;

/// <summary>Sentences below the axis of a Plotly figure, one on each line.</summary>
internal static class PlotlyNotes
{
    private const int Below = 62;
    private const int LineHeight = 19;

    public static void Add(Layout layout, IReadOnlyList<string> sentences)
    {
        layout.SetProperty(
            "annotations",
            sentences.Select((sentence, line) => Annotation(PlotlyText.Encode(sentence), line)).ToArray()
        );
        layout.SetProperty(
            "margin",
            new Dictionary<string, object>
            {
                ["t"] = 110,
                ["r"] = 130,
                ["b"] = Below + (LineHeight * (sentences.Count + 1)),
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
