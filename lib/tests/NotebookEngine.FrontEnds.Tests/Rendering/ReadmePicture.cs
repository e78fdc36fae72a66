using Microsoft.Playwright;
using NotebookEngine.Comparison;
using NotebookEngine.FrontEnds.Tests.Page;

namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>The wide picture at the top of the README: outputs of one executed lesson beside each other.</summary>
internal static class ReadmePicture
{
    public const string Lesson = "02-signed-jwt-symmetric.ipynb";

    // A cell of the lesson, and what a visitor is to see in its output.
    private static readonly (string Cell, string Heading)[] Panels =
    [
        ("sequence", "What crosses the wire"),
        ("wrong-aud", "Why the server refuses"),
        ("chart", "Every way to get it wrong"),
    ];

    /// <summary>Where pictures lie, and beside them the words that they show.</summary>
    public static string PathOf(string file) => Path.Combine(Checkout.Notebooks, "images", file);

    /// <summary>The words in the picture without what differs from run to run; by them a test knows a stale one.</summary>
    public static string WordsOf(SavedNotebook lesson) =>
        string.Join(
            '\n',
            Panels.Select(panel =>
                $"# {panel.Heading}\n\n{Output(lesson, panel.Cell).Masked().Forms["text/plain"].TrimEnd()}\n"
            )
        );

    /// <summary>Draws it anew, light and dark.</summary>
    public static async Task DrawAsync(SavedNotebook lesson, Chromium browser)
    {
        foreach (var theme in Enum.GetValues<PageTheme>())
        {
            await using var context = await browser.OfflineAsync();
            var page = await context.NewPageAsync();
            await page.SetViewportSizeAsync(1720, 800);
            await page.EmulateMediaAsync(
                new() { ColorScheme = theme == PageTheme.Dark ? ColorScheme.Dark : ColorScheme.Light }
            );
            await page.SetContentAsync(Page(lesson));
            await page.Locator("main")
                .ScreenshotAsync(new() { Path = PathOf($"lesson-{theme.ToString().ToLowerInvariant()}.png") });
        }
    }

    private static SavedOutput Output(SavedNotebook lesson, string cell) =>
        lesson[cell].Outputs.Last(output => output.Forms.ContainsKey("text/html"));

    private static string Page(SavedNotebook lesson) =>
        $$"""
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
            <style>
            body { margin: 0; font: 14px system-ui, "DejaVu Sans", sans-serif; background: #fff; color: #1f2328; }
            @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #e6edf3; } }
            main { display: grid; grid-template-columns: 470px 560px 610px; gap: 24px; padding: 16px 16px 8px; width: max-content; }
            h2 { font-size: 17px; margin: 0 0 8px; border-bottom: 2px solid rgba(127, 127, 127, .4); padding-bottom: 6px; }
            section { min-width: 0; }
            p:has(> strong:only-child), details, details ~ p { display: none; }
            </style>
            <main>{{string.Concat(
                Panels.Select(panel =>
                    $"<section><h2>{panel.Heading}</h2>{Output(lesson, panel.Cell).Forms["text/html"]}</section>"
                )
            )}}</main></html>
            """;
}
