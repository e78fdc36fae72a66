using System.Net;
using System.Text.RegularExpressions;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>The small HTML that plotly.js reads in titles and labels.</summary>
internal static partial class PlotlyMarkup
{
    /// <summary>The text without that markup. What plotly.js would not take for markup stays, as text.</summary>
    public static string Plain(string text) => WebUtility.HtmlDecode(Tag.Replace(LineBreak.Replace(text, " "), ""));

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak { get; }

    [GeneratedRegex(@"</?(b|i|u|s|em|strong|sub|sup|span|a)(\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag { get; }
}
