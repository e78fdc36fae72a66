namespace ClientAuth.Lab.Pages;

/// <summary>A page that needs neither a kernel nor a network, for light and dark screens.</summary>
internal static class StandalonePage
{
    /// <param name="title">In the window and over the text.</param>
    /// <param name="origin">A comment at the top: what wrote the page.</param>
    /// <param name="content">HTML below the heading.</param>
    /// <param name="style">Rules besides those of every page, each on its line and the last one ended; or none.</param>
    public static string Of(string title, string origin, string content, string style = "") =>
        $$"""
            <!doctype html>
            <!-- {{origin}} -->
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>{{title}}</title>
            <style>
            :root { color-scheme: light dark; }
            body { font-family: system-ui, sans-serif; margin: 1rem auto; max-width: 62rem; padding: 0 1rem; }
            @media (prefers-color-scheme: dark) { body { background: #1b1b1f; color: #e6e6e6; } }
            {{style}}</style>
            </head>
            <body>
            <main>
            <h1>{{title}}</h1>
            {{content}}
            </main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
}
