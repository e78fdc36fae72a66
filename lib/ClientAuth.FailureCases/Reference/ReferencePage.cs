using System.Globalization;
using System.Text;
using ClientAuth.FailureCases.Catalogue;

namespace ClientAuth.FailureCases.Reference;

/// <summary>The catalogue as a page for readers: what is sent, what must come of it, which check decides, and where that is written.</summary>
/// <param name="catalogue">The cases.</param>
/// <param name="lessons">File name of each lesson by its number; a lesson that is not there is named without a link.</param>
public sealed class ReferencePage(FailureCatalogue catalogue, IReadOnlyDictionary<string, string> lessons)
{
    private readonly StringBuilder _page = new();

    /// <summary>The page in GitHub's Markdown, lines ended by <c>\n</c>.</summary>
    public string Write()
    {
        _page.Clear();
        WriteIntroduction();
        foreach (var section in catalogue.Sections)
        {
            WriteSection(section);
        }

        WriteChecks();
        return _page.ToString();
    }

    private void WriteIntroduction()
    {
        var cases = catalogue.Cases.ToList();
        var controls = cases.Count(failureCase => failureCase.Strength == Strength.Control);
        Line("# What an authorization server must refuse, and what it must not");
        Line();
        Line("<!-- Written from data/failure-cases.json by the tests; UPDATE_REFERENCE=1 writes it again. -->");
        Line();
        Line(
            $"{Number(cases.Count)} cases, {Number(controls)} of them positive controls (**+**) without which a server that refuses everything would pass."
        );
        Line(
            "Each case is a test against a real server over real TLS, once for every method that it names. Nearly all cases end with a"
        );
        Line(
            "second request: the same credential, mended. It must succeed, so the refusal has not used the credential up."
        );
        Line();
        Line(
            "- **Strength**: M a specification demands it, S it recommends it, P a policy or profile, + a control that must succeed."
        );
        Line("- **Answer**: what the server sends. It says as little as the answer of a production server.");
        Line(
            "- **Check**: the line of the server's decision trace that fails; the trace says what was expected and what was seen."
        );
        Line(
            "- **Belongs to**: the lesson that the case is about. A lesson shows a few of its cases; the tests run all. "
                + "A number without a link is a lesson that is not written yet."
        );
        Line();
        Line(
            "Sections: "
                + string.Join(
                    " · ",
                    catalogue.Sections.Select(s => $"[{MarkdownText.Escape(s.Title)}](#{MarkdownText.Anchor(s.Title)})")
                )
                + " · [Which case proves which check](#which-case-proves-which-check)"
        );
    }

    private void WriteSection(CaseSection section)
    {
        Line();
        Line($"## {MarkdownText.Escape(section.Title)}");
        Line();
        Line("| Case | What is sent, and why it matters | By | Answer | Check | Written in | Belongs to |");
        Line("|---|---|---|---|---|---|---|");
        foreach (var failureCase in section.Cases)
        {
            Line($"| {string.Join(" | ", Cells(failureCase))} |");
        }
    }

    private IEnumerable<string> Cells(FailureCase failureCase) =>
        [
            // The anchor is what the gallery links to.
            $"<a id=\"{failureCase.Id}\"></a>{failureCase.Id} {CaseWords.Mark(failureCase.Strength)}",
            What(failureCase),
            string.Join("<br>", failureCase.Methods.Select(MarkdownText.Code)),
            CaseWords.Response(failureCase),
            failureCase.Expect.Check is { } check ? MarkdownText.Code(check) : "none fails",
            MarkdownText.Escape(failureCase.Specification),
            lessons.TryGetValue(failureCase.Lesson, out var file)
                ? $"[{failureCase.Lesson}]({file})"
                : failureCase.Lesson,
        ];

    private static string What(FailureCase failureCase)
    {
        var what = $"**{MarkdownText.Escape(failureCase.Title)}**<br>{MarkdownText.Escape(failureCase.Why)}";
        return failureCase.Server is { } server && PolicyWords.Of(server).ToList() is [_, ..] policies
            ? $"{what}<br>Server: {string.Join(", ", policies.Select(MarkdownText.Code))}"
            : what;
    }

    private void WriteChecks()
    {
        Line();
        Line("## Which case proves which check");
        Line();
        Line(
            "A test switches off each check of the server in turn. At least one of the cases beside that check must then fail."
        );
        Line();
        Line("| Check | Cases |");
        Line("|---|---|");
        var byCheck = catalogue
            .Cases.Where(failureCase => failureCase.Expect.Check is not null)
            .GroupBy(failureCase => failureCase.Expect.Check!)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in byCheck)
        {
            Line(
                $"| {MarkdownText.Code(group.Key)} | {string.Join(", ", group.Select(failureCase => failureCase.Id))} |"
            );
        }
    }

    private void Line(string text = "") => _page.Append(text).Append('\n');

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
