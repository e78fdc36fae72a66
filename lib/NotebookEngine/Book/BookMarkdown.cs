using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotebookEngine.Book;

/// <summary>The Markdown of one page: GitHub's, in any number of pieces that share the page's anchors.</summary>
internal sealed class BookMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseTaskLists()
        .UseAutoLinks()
        .UseAlertBlocks()
        .Build();

    private readonly HeadingAnchors _anchors = new();

    /// <summary>The next piece, its headings with their anchors.</summary>
    internal MarkdownDocument Parse(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.GetAttributes().Id = _anchors.Next(TextOf(heading));
        }

        return document;
    }

    /// <summary>The blocks of C# in it.</summary>
    internal static IEnumerable<FencedCodeBlock> CSharp(MarkdownDocument document) =>
        document.Descendants<FencedCodeBlock>().Where(fence => fence.Info is "csharp" or "cs" or "C#");

    /// <param name="document">A piece.</param>
    /// <param name="highlighted">Highlighted HTML by block of code; a block that is not in it is shown as it is.</param>
    internal static string Render(MarkdownDocument document, IReadOnlyDictionary<CodeBlock, string> highlighted)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeRenderer(highlighted));
        renderer.Render(document);
        // A wide table is scrolled in its place.
        return text.ToString()
            .Replace("<table>", "<div class=\"wide\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);
    }

    /// <summary>A text without code blocks; a single paragraph comes without its tags.</summary>
    internal static string RenderShort(string text)
    {
        var html = Render(Markdown.Parse(text, Pipeline), new Dictionary<CodeBlock, string>()).Trim();
        const string Start = "<p>";
        const string End = "</p>";
        return
            html.StartsWith(Start, StringComparison.Ordinal)
            && html.IndexOf(End, StringComparison.Ordinal) == html.Length - End.Length
            ? html[Start.Length..^End.Length]
            : html;
    }

    private static string TextOf(HeadingBlock heading) =>
        string.Concat(
            (heading.Inline?.Descendants() ?? []).Select(part =>
                part switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    _ => "",
                }
            )
        );

    private sealed class CodeRenderer(IReadOnlyDictionary<CodeBlock, string> highlighted)
        : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block) =>
            renderer
                .EnsureLine()
                .Write("<pre class=\"code\"><code>")
                .Write(highlighted.GetValueOrDefault(block) ?? Html.Text(block.Lines.ToString()))
                .WriteLine("</code></pre>");
    }
}
