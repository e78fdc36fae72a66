using System.Text.Json.Nodes;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts;

/// <summary>The data of one trace as a table: a column for each list in it, as many rows as fit.</summary>
internal static class DataTable
{
    private const int MostRows = 50;
    private const int MostOfARow = 12;

    public static HtmlElement Render(TraceData trace)
    {
        var columns = trace.DataColumns;
        var count = columns.Select(column => column.Values.Count).DefaultIfEmpty(0).Max();
        var caption = $"{trace.Name} ({trace.Kind})";
        return HtmlTable.Render(
            count > MostRows ? $"{caption}, the first {Numbers.Show(MostRows)} of {Numbers.Show(count)} rows" : caption,
            ["", .. columns.Select(column => column.Name)],
            Enumerable
                .Range(0, Math.Min(count, MostRows))
                .Select<int, IReadOnlyList<HtmlNode>>(row =>
                    [
                        Numbers.Show(row + 1),
                        .. columns.Select(column => (HtmlNode)Words(column.Values.ElementAtOrDefault(row))),
                    ]
                )
        );
    }

    private static string Words(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonArray row when row.Count > MostOfARow =>
                $"{string.Join(", ", row.Take(MostOfARow).Select(Words))}, … ({Numbers.Show(row.Count)} values)",
            JsonArray row => string.Join(", ", row.Select(Words)),
            _ => FigureJson.Text(value)
                ?? (FigureJson.Number(value) is { } number ? Numbers.Significant(number) : value.ToJsonString()),
        };
}
