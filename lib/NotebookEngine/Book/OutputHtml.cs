using System.Text.RegularExpressions;
using NotebookEngine.Comparison;

namespace NotebookEngine.Book;

/// <summary>
/// An output in the best form that a page can show. The HTML of an output is the notebook's own and is trusted as its code is; text is
/// never read as markup.
/// </summary>
internal static partial class OutputHtml
{
    private const string Chart = "application/vnd.plotly.v1+json";

    internal static string Of(SavedOutput output)
    {
        var kind = output.Forms.ContainsKey(Chart) ? "output chart" : "output";
        return output.Type switch
        {
            "stream stderr" => $"<pre class=\"output text error\">{Printed(output.Forms["text"])}</pre>\n",
            "error" => $"<pre class=\"output text error\">{Printed(output.Forms["traceback"])}</pre>\n",
            _ when output.Type.StartsWith("stream ", StringComparison.Ordinal) =>
                $"<pre class=\"output text\">{Printed(output.Forms["text"])}</pre>\n",
            _ when Shown(output) is { } html => $"<div class=\"{kind}\">{html}</div>\n",
            _ when output.Forms.TryGetValue("text/plain", out var text) =>
                $"<pre class=\"output text\">{Printed(text)}</pre>\n",
            _ => "",
        };
    }

    private static string? Shown(SavedOutput output)
    {
        foreach (var type in new[] { "text/html", "image/svg+xml" })
        {
            if (output.Forms.TryGetValue(type, out var html))
            {
                return html;
            }
        }

        foreach (var type in new[] { "image/png", "image/jpeg", "image/gif" })
        {
            if (output.Forms.TryGetValue(type, out var base64))
            {
                var alternative = Html.Text(output.Forms.GetValueOrDefault("text/plain") ?? "");
                return $"<img src=\"data:{type};base64,{Html.Text(base64.Trim())}\" alt=\"{alternative}\">";
            }
        }

        return output.Forms.TryGetValue("text/markdown", out var markdown) ? BookMarkdown.RenderShort(markdown) : null;
    }

    private static string Printed(string text) => Html.Text(Colour.Replace(text, "").TrimEnd('\n'));

    // What terminals take for a colour.
    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour { get; }
}
