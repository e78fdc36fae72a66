using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClientAuth.Lab.Tests.Choosing;

namespace ClientAuth.Visuals.Tests.Charts;

/// <summary>
/// Draws figures with the plotly.js that VS Code draws with, in a browser. The file is too large for this
/// repository; <c>npm install plotly.js-dist-min@3.0.1</c> brings it, and the variable PLOTLY_JS says where it is.
/// </summary>
internal sealed partial class PlotlyPage
{
    // What plotly.js says of each figure, and what it then drew.
    private const string Script = """
        const noted = {};
        const drawn = figures.map(async ([name, figure]) => {
          const place = document.getElementById(name);
          // What a figure sets and this data does not need is no mistake.
          const problems = (Plotly.validate(figure.data, figure.layout) ?? [])
            .filter((problem) => !["unused", "invisible"].includes(problem.code)).map((problem) => problem.msg);
          await Plotly.newPlot(place, figure.data, figure.layout, figure.config);
          noted[name] = {
            problems,
            texts: [...place.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "")
              .map((text) => ({ text: text.textContent, fill: getComputedStyle(text).fill,
                inside: text.closest(".bars") !== null || text.closest(".slice") !== null })),
            grounds: [...place.querySelectorAll(".main-svg, .bg")].map((ground) => {
              const style = getComputedStyle(ground);
              return ground.matches("svg") ? style.backgroundColor
                : style.fillOpacity === "0" ? "rgba(0, 0, 0, 0)" : style.fill;
            }),
          };
        });
        Promise.all(drawn).then(() => {
          const made = document.createElement("pre");
          made.id = "noted";
          made.textContent = JSON.stringify(noted);
          document.body.append(made);
        });
        """;

    public static async Task<IReadOnlyDictionary<string, DrawnFigure>> DrawAsync(
        IReadOnlyDictionary<string, string> figures,
        CancellationToken cancellationToken
    )
    {
        var plotly = Find();
        var folder = Directory.CreateTempSubdirectory("plotly-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(page, Page(figures, plotly), cancellationToken);
            var document = await Chromium.DumpAsync(page, cancellationToken);
            var noted = WebUtility.HtmlDecode(Noted().Match(document).Groups["json"].Value);
            return JsonSerializer.Deserialize<Dictionary<string, DrawnFigure>>(noted, JsonSerializerOptions.Web)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Page(IReadOnlyDictionary<string, string> figures, string plotly) =>
        $"""
            <!DOCTYPE html><meta charset="utf-8"><body>
            {string.Concat(figures.Keys.Select(name => $"<div id=\"{name}\" style=\"width:900px\"></div>"))}
            <script src="{new Uri(plotly).AbsoluteUri}"></script>
            <script>const figures = [{string.Join(
                ',',
                figures.Select(one => $"[{JsonSerializer.Serialize(one.Key)},{one.Value}]")
            )}];
            {Script}
            </script>
            """;

    private static string Find()
    {
        var path = Environment.GetEnvironmentVariable("PLOTLY_JS");
        if (string.IsNullOrEmpty(path))
        {
            RequiredTools.Missing(
                "PLOTLY_JS names no file; npm install plotly.js-dist-min@3.0.1 brings plotly.min.js."
            );
        }

        Assert.True(
            File.Exists(path),
            $"PLOTLY_JS must name plotly.min.js of plotly.js-dist-min@3.0.1, and names '{path}'."
        );
        return path;
    }

    [GeneratedRegex("""<pre id="noted">(?<json>.*?)</pre>""", RegexOptions.Singleline)]
    private static partial Regex Noted();
}

/// <summary>What a browser holds of a figure.</summary>
/// <param name="Problems">What plotly.js does not know in it.</param>
/// <param name="Texts">All text that shows.</param>
/// <param name="Grounds">Colours below it.</param>
internal sealed record DrawnFigure(
    IReadOnlyList<string> Problems,
    IReadOnlyList<DrawnText> Texts,
    IReadOnlyList<string> Grounds
);

/// <summary>A text and its colour; inside a bar or a slice it stands on that.</summary>
internal sealed record DrawnText(string Text, string Fill, bool Inside);
