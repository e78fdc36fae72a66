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

    /// <summary>What reaches over the page or over the place that a cell has, named by cell and words.</summary>
    /// <remarks>
    /// In prose, code and tables are scrolled, as long names are not broken; words are not. A fold is left out there, since
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
                const scrolled = area.matches('.jp-MarkdownOutput') ? [...area.querySelectorAll('pre, code, table, details')] : [];
                scrolled.forEach((element) => { element.style.display = 'none'; });
                for (const box of [area, ...area.querySelectorAll('*:not(svg *)')]) {
                  if (box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline') {
                    found.push(`${cellOf(area)}: ${box.scrollWidth} of ${box.clientWidth} pixels: ${words(box)}`);
                    break;
                  }
                }
                scrolled.forEach((element) => { element.style.display = ''; });
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
    public async Task<string[]> InaccessibleAsync(string axe)
    {
        await _page.AddScriptTagAsync(new() { Content = axe });
        return await _page.EvaluateAsync<string[]>(
            """
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
              note(await axe.run(outputs, { resultTypes: ['violations'] }));
              // The colours of prose are the front end's; and Chromium itself lets the keyboard reach what scrolls.
              note(await axe.run(prose, { resultTypes: ['violations'],
                rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false },
                  'scrollable-region-focusable': { enabled: false } } }));
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
