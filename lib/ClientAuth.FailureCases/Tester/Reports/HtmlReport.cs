using System.Globalization;
using System.Net;
using System.Text;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Reports;

/// <summary>
/// A report as one page: the matrix of failures (sections down, methods across, in each place how many runs there are and how many
/// failed), what failed, and every case. It needs no script and loads nothing.
/// </summary>
internal static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
        body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; margin: 1rem 0; }
        th, td { padding: .25rem .6rem; border: 1px solid #8886; text-align: left; vertical-align: top; }
        .matrix { display: block; overflow-x: auto; } .matrix th { font-weight: 500; min-width: 5rem; }
        .matrix th:first-child { min-width: 13rem; }
        .matrix td { text-align: right; font-variant-numeric: tabular-nums; }
        .held { background: #2a92; } .failed { background: #d334; font-weight: 600; } .choice { background: #c903; }
        code { font: 13px ui-monospace, monospace; } small { opacity: .8; }
        """;

    private const string Legend = """
        <p><small>A number says how many times a case was asked: <span class="held">all as they must be</span>;
        <span class="failed">✗ how many failed</span>; <span class="choice">≠ how many ended in another choice, which no specification
        settles</span>; a dot: none could be asked.</small></p>

        """;

    public static string Of(TestReport report)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="generator" content="{ReportFile.Mark}">
            <title>Failure cases at {Text(report.Issuer)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>Failure cases at {Text(report.Issuer)}</h1>
            <p>{report.Started.ToUniversalTime():yyyy-MM-dd HH:mm} UTC, {report.Requests} requests. <strong>{Text(
                Summary.Line(report)
            )}.</strong></p>

            """
        );
        WriteClients(page, report.Clients);
        page.Append(MatrixOfFailures.Of(report.Cases));
        page.Append(Legend);
        WriteCases(page, "Failed: a specification settles these", "failed", report.Failures);
        WriteCases(page, "Another choice: no specification settles these", "choice", report.Choices);
        WriteCases(page, "Held", "held", report.Asked.Where(one => !one.IsDifference), isFolded: true);
        WriteReasons(page, report);
        return page.Append("</body>\n</html>\n").ToString();
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void WriteClients(StringBuilder page, IReadOnlyList<ClientCheck> clients)
    {
        page.Append("<ul>\n");
        foreach (var client in clients)
        {
            var words = client.Works ? "gets a token" : $"gets no token: {client.Got}. Its cases were left out.";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<li><code>{Text(client.ClientId)}</code> (<code>{client.Method}</code>) {Text(words)}</li>\n"
            );
        }

        page.Append("</ul>\n");
    }

    private static void WriteCases(
        StringBuilder page,
        string title,
        string style,
        IEnumerable<CaseVerdict> verdicts,
        bool isFolded = false
    )
    {
        var all = verdicts.ToList();
        if (all is [])
        {
            return;
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"<details{(isFolded ? "" : " open")}><summary><strong>{title}: {all.Count}</strong></summary>\n"
        );
        page.Append("<table>\n<tr><th>case</th><th>method</th><th>expected</th><th>got</th><th>verdict</th></tr>\n");
        foreach (var one in all)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"""
                <tr><td><code>{one.Case.Id}</code> {Text(one.Case.Title)}<br><small>{Text(one.Case.Specification)}</small></td>
                <td><code>{one.Method}</code></td><td>{Text(one.Expected)}</td><td>{Text(one.Got)}</td>
                <td class="{style}">{Text(one.Words)}{(one.Detail is { } detail
                    ? $"<br><small>{Text(detail)}</small>"
                    : "")}</td></tr>

                """
            );
        }

        page.Append("</table>\n</details>\n");
    }

    private static void WriteReasons(StringBuilder page, TestReport report)
    {
        page.Append("<details><summary><strong>Not applicable or not answered, and why</strong></summary>\n<ul>\n");
        foreach (var (reason, runs) in Summary.Unasked(report))
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>{runs}: {Text(reason)}</li>\n");
        }

        page.Append("</ul>\n</details>\n");
    }
}

/// <summary>Sections down, methods across: how many runs, and how many of them failed. A dot is where none was asked.</summary>
internal static class MatrixOfFailures
{
    public static string Of(IReadOnlyList<CaseVerdict> cases)
    {
        var methods = TokenEndpointAuthMethods
            .All.Where(method => cases.Any(one => one.Method == method && one.IsAsked))
            .ToList();
        var table = new StringBuilder("<table class=\"matrix\">\n<tr><th>section</th>");
        table
            .AppendJoin(
                "",
                methods.Select(method =>
                    $"<th><code>{method.Replace("_", "_<wbr>", StringComparison.Ordinal)}</code></th>"
                )
            )
            .Append("</tr>\n");
        foreach (var section in cases.GroupBy(one => one.Section))
        {
            var places = methods.Select(method =>
                Place([.. section.Where(one => one.Method == method && one.IsAsked)])
            );
            table.Append(CultureInfo.InvariantCulture, $"<tr><th>{HtmlReport.Text(section.Key.Title)}</th>");
            table.AppendJoin("", places).Append("</tr>\n");
        }

        return table.Append("</table>\n").ToString();
    }

    private static string Place(IReadOnlyList<CaseVerdict> runs)
    {
        var (failed, choices) = (
            runs.Count(one => one.IsFailure),
            runs.Count(one => one.IsDifference && !one.IsFailure)
        );
        var (style, words) = (runs.Count, failed, choices) switch
        {
            (0, _, _) => ("", "·"),
            (var all, > 0, _) => ("failed", string.Create(CultureInfo.InvariantCulture, $"✗ {failed} of {all}")),
            (var all, _, > 0) => ("choice", string.Create(CultureInfo.InvariantCulture, $"≠ {choices} of {all}")),
            var (all, _, _) => ("held", all.ToString(CultureInfo.InvariantCulture)),
        };
        return $"<td class=\"{style}\">{words}</td>";
    }
}
