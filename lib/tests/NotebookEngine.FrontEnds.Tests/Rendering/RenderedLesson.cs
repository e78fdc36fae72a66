using Microsoft.Playwright;
using NotebookEngine.FrontEnds.Tests.Page;

namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>The page of an executed lesson in a browser that reaches no network.</summary>
internal sealed class RenderedLesson : IAsyncDisposable
{
    // What the lesson itself brings: its prose and what its cells show. Prompts, code and their colours are the front end's.
    private const string Find = """
        () => {
          window.areas = () => [...document.querySelectorAll('.jp-OutputArea-output, .jp-MarkdownOutput')];
          window.cellOf = (element) =>
            'cell ' + ([...document.querySelectorAll('.jp-Cell')].indexOf(element.closest('.jp-Cell')) + 1);
          window.words = (element) => element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60);
        }
        """;

    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly List<string> _complaints = [];

    private RenderedLesson(IBrowserContext context, IPage page) => (_context, _page) = (context, page);

    /// <summary>Errors on the console, exceptions in scripts, and requests for anything but files.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<RenderedLesson> OpenAsync(Chromium browser, string path)
    {
        var context = await browser.OfflineAsync();
        var lesson = new RenderedLesson(context, await context.NewPageAsync());
        lesson._page.Console += (_, message) => lesson.Note(message.Type == "error", $"console: {message.Text}");
        lesson._page.PageError += (_, error) => lesson.Note(true, $"script: {error}");
        lesson._page.Request += (_, request) => lesson.Note(IsOutside(request.Url), $"request: {request.Url}");
        await lesson._page.GotoAsync(new Uri(path).AbsoluteUri);
        await lesson._page.EvaluateAsync(Find);
        return lesson;
    }

    public Task UnfoldAsync() =>
        _page.EvaluateAsync("() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");

    public Task ResizeAsync(int width) => _page.SetViewportSizeAsync(width, 1200);

    public Task PrintAsync() => _page.EmulateMediaAsync(new() { Media = Media.Print });

    /// <summary>What reaches over the page, or is wider than its own place, named by cell and words.</summary>
    /// <remarks>
    /// Tables, and code in prose, are scrolled in their place; words and drawings are not. A fold in prose is left out, since
    /// Jupyter's converter alone shows the Markdown inside it as it was written.
    /// </remarks>
    public Task<string[]> TooWideAsync() =>
        _page.EvaluateAsync<string[]>(
            """
            () => {
              const found = [];
              const page = document.documentElement;
              if (page.scrollWidth > page.clientWidth) { found.push(`page: ${page.scrollWidth} of ${page.clientWidth} pixels`); }
              for (const area of areas()) {
                const place = area.querySelector(':scope > div') ?? area;
                if (place.getBoundingClientRect().right > page.clientWidth + 1) {
                  found.push(`${cellOf(area)}: reaches ${place.getBoundingClientRect().right} of ${page.clientWidth}: ${words(area)}`);
                }
                const scrolled = [...area.querySelectorAll(area.matches('.jp-MarkdownOutput') ? 'pre, code, table, details' : 'table')];
                const displays = scrolled.map((element) => element.style.display);
                scrolled.forEach((element) => { element.style.display = 'none'; });
                for (const box of [area, ...area.querySelectorAll('*:not(svg *)')]) {
                  if (box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline') {
                    found.push(`${cellOf(area)}: ${box.scrollWidth} of ${box.clientWidth} pixels: ${words(box)}`);
                    break;
                  }
                }
                scrolled.forEach((element, index) => { element.style.display = displays[index]; });
              }
              return found;
            }
            """
        );

    /// <summary>Words of what cells show that are broken inside; encoded bytes and stdout, which the front end lays out, are none.</summary>
    public Task<string[]> BrokenWordsAsync() =>
        _page.EvaluateAsync<string[]>(
            """
            () => {
              const found = [];
              const word = /(?<![A-Za-z0-9+\/=-])[A-Za-z][a-z]{3,}(?![A-Za-z0-9+\/=-])/g;
              for (const area of document.querySelectorAll('.jp-OutputArea-output[data-mime-type="text/html"]')) {
                const texts = document.createNodeIterator(area, NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
                  for (const match of text.parentElement.closest('svg') === null ? text.data.matchAll(word) : []) {
                    const range = document.createRange();
                    range.setStart(text, match.index);
                    range.setEnd(text, match.index + match[0].length);
                    if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) {
                      found.push(`${cellOf(area)}: ${match[0]} in ${text.data.slice(Math.max(0, match.index - 20), match.index + 30)}`);
                    }
                  }
                }
              }
              return found;
            }
            """
        );

    /// <summary>Drawings that take no room although they stand open, or hold nothing that could be seen.</summary>
    public Task<string[]> BlankDrawingsAsync() =>
        _page.EvaluateAsync<string[]>(
            """
            () => areas().flatMap((area) => {
              // Of the wide and the narrow form of a drawing, one has no width.
              const drawings = [...area.querySelectorAll('svg')].filter((svg) => svg.closest('details:not([open])') === null);
              const seen = drawings.filter((svg) => svg.getBoundingClientRect().width > 100);
              const empty = seen.filter((svg) => svg.getBoundingClientRect().height < 20
                || ![...svg.querySelectorAll('rect, path, line, circle, polygon, polyline')]
                  .some((shape) => { const box = shape.getBoundingClientRect(); return box.width + box.height > 4; }));
              return drawings.length > 0 && (seen.length === 0 || empty.length > 0) ? [`${cellOf(area)}: ${words(area)}`] : [];
            })
            """
        );

    /// <summary>What axe-core calls serious or critical, one line each: rule, place and reason.</summary>
    /// <param name="axe">The script of axe-core.</param>
    public Task<string[]> InaccessibleAsync(string axe) =>
        RunAsync(
            axe,
            """
            note(await axe.run(outputs, { resultTypes: ['violations'] }));
            // The colours of prose are the front end's; and Chromium itself lets the keyboard reach what scrolls.
            note(await axe.run(prose, { resultTypes: ['violations'],
              rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false },
                'scrollable-region-focusable': { enabled: false } } }));
            """
        );

    /// <summary>Colours that differ too little, all that another theme can change.</summary>
    /// <param name="axe">The script of axe-core.</param>
    public Task<string[]> TooPaleAsync(string axe) =>
        RunAsync(
            axe,
            "note(await axe.run(outputs, { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] }));"
        );

    private async Task<string[]> RunAsync(string axe, string runs)
    {
        await _page.AddScriptTagAsync(new() { Content = axe });
        return await _page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              const found = [];
              const outputs = { include: [['.jp-OutputArea-output']] };
              const prose = { include: [['.jp-MarkdownOutput']] };
              const note = ({ violations }) => violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .forEach(({ id, nodes }) => nodes.forEach((node) => {
                  const element = document.querySelector(node.target[0]);
                  found.push(`${cellOf(element)}: ${id}: ${words(element)}: ${node.failureSummary.replace(/\s+/g, ' ')}`);
                }));
              {{runs}}
              return found;
            }
            """
        );
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static bool IsOutside(string address) =>
        !address.StartsWith("file:", StringComparison.Ordinal)
        && !address.StartsWith("data:", StringComparison.Ordinal);

    private void Note(bool applies, string complaint)
    {
        if (applies)
        {
            _complaints.Add(complaint);
        }
    }
}
