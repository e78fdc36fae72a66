using System.Text.Json.Nodes;
using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.PlotlyFigures;

namespace ClientAuth.Visuals.GenericCharts;

/// <summary>
/// A reader's chart for plotly.js, in the looks of the project's own charts where the reader chose none: no ground, text and
/// lines that read on light and dark pages, colours that the colour-blind can tell apart. What the reader set stays.
/// </summary>
internal static class ThemedFigure
{
    private const int DefaultSize = 600;
    private const int DefaultHeight = 420;

    public static string Render(FigureJson figure, string? note)
    {
        var bars = BarNumbers.Of(figure);
        return new JsonObject
        {
            ["data"] = new JsonArray([
                .. figure.Traces.Select((trace, i) => SmallerTrace.Of(Merged(bars.For(trace), Trace(trace, i)))),
                .. bars.Totals,
            ]),
            ["layout"] = Layout(figure.Layout, note),
            ["config"] = Merged(PlotlyFigure.Config(), figure.Config),
        }.ToJsonString();
    }

    /// <summary>A figure without data that says why it has none.</summary>
    public static string Message(string title, string message) =>
        new JsonObject
        {
            ["data"] = new JsonArray(),
            ["layout"] = Layout(
                new JsonObject { ["title"] = new JsonObject { ["text"] = Html.PlotlyText.Encode(title) } },
                message
            ),
            ["config"] = PlotlyFigure.Config(),
        }.ToJsonString();

    private static JsonObject Layout(JsonObject given, string? note)
    {
        var layout = (JsonObject)given.DeepClone();
        DropDefaults(layout);
        NameTitles(layout);
        if (layout["template"] is null)
        {
            foreach (var axis in layout.Select(member => member.Key).Where(IsAxis).Union(["xaxis", "yaxis"]).ToList())
            {
                layout[axis] = Merged(Axis(), layout[axis] as JsonObject ?? []);
            }

            layout = Merged(Theme(), layout);
        }

        if (note is not null)
        {
            var notes = layout["annotations"] as JsonArray ?? [];
            notes.Add(Note(note));
            layout["annotations"] = notes;
        }

        return layout;
    }

    // Plotly.NET adds its own template, with white grounds, and a size, to every chart. A dark template was chosen.
    private static void DropDefaults(JsonObject layout)
    {
        var ground = FigureJson.Text(((layout["template"] as JsonObject)?["layout"] as JsonObject)?["paper_bgcolor"]);
        if (
            ground is null
            || ground is "white" or "#fff" or Palette.White
            || ground
                .Replace(" ", "", StringComparison.Ordinal)
                .StartsWith("rgba(255,255,255", StringComparison.Ordinal)
        )
        {
            layout.Remove("template");
        }

        if (FigureJson.Number(layout["width"]) is DefaultSize && FigureJson.Number(layout["height"]) is DefaultSize)
        {
            layout.Remove("width");
            layout["height"] = DefaultHeight;
        }
    }

    // plotly.js 3 reads a title from an object only.
    private static void NameTitles(JsonObject part)
    {
        if (FigureJson.Text(part["title"]) is { } title)
        {
            part["title"] = new JsonObject { ["text"] = title };
        }

        foreach (
            var axis in part.Where(member => IsAxis(member.Key)).Select(member => member.Value).OfType<JsonObject>()
        )
        {
            NameTitles(axis);
        }
    }

    private static JsonObject Theme() =>
        new()
        {
            ["paper_bgcolor"] = PlotlyTheme.Transparent,
            ["plot_bgcolor"] = PlotlyTheme.Transparent,
            ["font"] = new JsonObject { ["color"] = PlotlyTheme.Ink, ["size"] = PlotlyTheme.TextSize },
            ["title"] = new JsonObject
            {
                ["x"] = 0.02,
                ["xanchor"] = "left",
                ["font"] = new JsonObject { ["size"] = PlotlyTheme.TitleSize, ["weight"] = 600 },
            },
            ["colorway"] = new JsonArray([.. LineLook.All.Select(look => JsonValue.Create(look.Color))]),
            ["hovermode"] = "closest",
            ["modebar"] = new JsonObject
            {
                ["bgcolor"] = PlotlyTheme.Transparent,
                ["color"] = PlotlyTheme.Ink,
                ["activecolor"] = LineLook.All[0].Color,
            },
        };

    private static JsonObject Axis() =>
        new()
        {
            ["automargin"] = true,
            ["gridcolor"] = PlotlyTheme.Grid,
            ["zerolinecolor"] = PlotlyTheme.Axis,
            ["linecolor"] = PlotlyTheme.Axis,
            ["tickcolor"] = PlotlyTheme.Grid,
        };

    private static JsonObject Note(string text) =>
        new()
        {
            ["text"] = Html.PlotlyText.Encode(text),
            ["showarrow"] = false,
            ["xref"] = "paper",
            ["yref"] = "paper",
            ["x"] = 0,
            ["y"] = 1,
            ["xanchor"] = "left",
            ["yanchor"] = "bottom",
        };

    private static JsonObject Trace(JsonObject given, int index) =>
        FigureJson.Text(given["type"]) switch
        {
            "bar" or "histogram" => Merged(Bars(index, given), given),
            "scatter" or "scattergl" => Merged(Line(index), given),
            _ => (JsonObject)given.DeepClone(),
        };

    private static JsonObject Bars(int index, JsonObject given)
    {
        // A colour of the reader's own goes without our hatch.
        var look = SeriesLook.At(index);
        var marker = BarMarker.Of(
            (given["marker"] as JsonObject)?["color"] is null ? look : look with { Hatch = Hatch.None }
        );
        return new JsonObject { ["marker"] = TraceJson.Of(marker) };
    }

    private static JsonObject Line(int index)
    {
        var look = LineLook.At(index);
        return new JsonObject
        {
            ["line"] = new JsonObject { ["color"] = look.Color, ["dash"] = look.Dash },
            ["marker"] = new JsonObject
            {
                ["color"] = look.Color,
                ["symbol"] = look.Symbol,
                ["size"] = 7,
            },
        };
    }

    private static bool IsAxis(string name) =>
        name.StartsWith("xaxis", StringComparison.Ordinal) || name.StartsWith("yaxis", StringComparison.Ordinal);

    /// <summary>Both, and of what both have, the second.</summary>
    private static JsonObject Merged(JsonObject under, JsonObject over)
    {
        foreach (var (name, value) in over)
        {
            under[name] =
                value is JsonObject inner && under[name] is JsonObject below
                    ? Merged((JsonObject)below.DeepClone(), inner)
                    : value?.DeepClone();
        }

        return under;
    }
}
