using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Book;

/// <summary>Makes pages of notebooks, of Markdown and of HTML.</summary>
/// <param name="colours">Colours the code.</param>
/// <param name="styles">Holds the styles of outputs.</param>
/// <param name="quiz">Questions by notebook; they stand in the place of a notebook's own.</param>
internal sealed partial class PageMaker(
    CodeColours colours,
    OutputStyles styles,
    IReadOnlyDictionary<string, IReadOnlyList<QuizQuestion>> quiz
)
{
    internal async Task<Page> OfLessonAsync(string source, Lesson lesson, CancellationToken cancellationToken)
    {
        var markdown = new BookMarkdown();
        var cells = lesson.Notebook.Cells;
        var texts = cells
            .Where(cell => cell.Kind == CellKind.Markdown)
            .ToDictionary(cell => cell.Id, cell => markdown.Parse(cell.Source), StringComparer.Ordinal);
        List<(object Place, string Code)> codes =
        [
            .. cells.SelectMany(cell =>
                cell.Kind == CellKind.Code ? [(cell, cell.Source)]
                : texts.TryGetValue(cell.Id, out var text) ? Fences(text)
                : []
            ),
        ];
        var coloured = await ColouredAsync(codes, cancellationToken);
        var fences = OfFences(coloured);
        var questions = quiz.GetValueOrDefault(lesson.Notebook.Name);

        var prose = new StringBuilder();
        var body = new StringBuilder();
        var ids = new OutputIds(texts.Values.SelectMany(text => text.Descendants<HeadingBlock>()).Select(AnchorOf));
        foreach (var cell in cells)
        {
            if (texts.TryGetValue(cell.Id, out var text))
            {
                var asked = cell.Id == Quiz.CellId ? questions : null;
                var html = asked is null ? BookMarkdown.Render(text, fences) : HeadingsOf(text);
                body.Append(html).Append(asked is null ? "" : QuizForm.Of(asked));
                // A search must not give the answers away.
                prose.Append(html).Append(asked is null ? "" : QuizForm.Asked(asked));
            }
            else if (cell.Kind == CellKind.Code)
            {
                body.Append("<div class=\"cell\">\n<pre class=\"code\"><code>")
                    .Append(coloured[cell])
                    .Append("</code></pre>\n")
                    .AppendJoin(
                        "",
                        lesson.Outputs[cell.Id].Outputs.Select(OutputHtml.Of).Select(ids.Unique).Select(styles.Shared)
                    )
                    .Append("</div>\n");
            }
        }

        return new Page(source, body.ToString(), prose.ToString());
    }

    internal async Task<Page> OfMarkdownAsync(string source, string text, CancellationToken cancellationToken)
    {
        var document = new BookMarkdown().Parse(text);
        var coloured = await ColouredAsync([.. Fences(document)], cancellationToken);
        var html = BookMarkdown.Render(document, OfFences(coloured));
        return new Page(source, html, html);
    }

    /// <summary>What stands in the page's <c>main</c>, or in its body where it has none.</summary>
    internal static Page OfHtml(string source, string text)
    {
        var main = Main.Match(text) is { Success: true } inner ? inner : Body.Match(text);
        var html = main.Success ? main.Groups["main"].Value : text;
        return new Page(source, html, html);
    }

    private static IEnumerable<(object Place, string Code)> Fences(MarkdownDocument document) =>
        BookMarkdown.CSharp(document).Select(fence => ((object)fence, fence.Lines.ToString()));

    private async Task<Dictionary<object, string>> ColouredAsync(
        List<(object Place, string Code)> codes,
        CancellationToken cancellationToken
    )
    {
        var coloured = await colours.ColourAsync([.. codes.Select(code => code.Code)], cancellationToken);
        return codes.Zip(coloured).ToDictionary(code => code.First.Place, code => code.Second);
    }

    private static Dictionary<CodeBlock, string> OfFences(Dictionary<object, string> coloured) =>
        coloured.Where(code => code.Key is CodeBlock).ToDictionary(code => (CodeBlock)code.Key, code => code.Value);

    private static string AnchorOf(HeadingBlock heading) =>
        Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(heading).Id!;

    private static string HeadingsOf(MarkdownDocument document)
    {
        foreach (var block in document.Where(block => block is not HeadingBlock).ToList())
        {
            document.Remove(block);
        }

        return BookMarkdown.Render(document, new Dictionary<CodeBlock, string>());
    }

    [GeneratedRegex(@"<main\b[^>]*>(?<main>.*)</main>", RegexOptions.Singleline)]
    private static partial Regex Main { get; }

    [GeneratedRegex(@"<body\b[^>]*>(?<main>.*)</body>", RegexOptions.Singleline)]
    private static partial Regex Body { get; }
}
