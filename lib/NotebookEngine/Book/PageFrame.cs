namespace NotebookEngine.Book;

/// <summary>Puts the content of a page into the HTML that all pages share.</summary>
/// <param name="collection">What the notebooks are called; names the reader's progress in the browser.</param>
/// <param name="navigation">The contents.</param>
internal sealed class PageFrame(string collection, Navigation navigation)
{
    private string Name => Navigation.Capital(collection);

    /// <param name="page">What the frame is for.</param>
    /// <param name="body">Its HTML, the links resolved.</param>
    internal string Of(Page page, string body) =>
        $"""
            <!doctype html>
            <html lang="en" data-root="{page.ToRoot}" data-book="{Html.Text(collection)}" data-page="{Html.Text(
                page.Path
            )}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ContentPolicy.Of(body.ReplaceLineEndings("\n"))}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Text(page.IsIndex ? Name : $"{page.Title} · {Name}")}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{page.ToRoot}{BookAssets.Style}">
            <link rel="stylesheet" href="{page.ToRoot}{OutputStyles.FileName}">
            <script src="{page.ToRoot}{BookAssets.Script}"></script>
            </head>
            <body>
            <a class="skip" href="#book-main">Skip to the text</a>
            <header class="bar">
            <a class="home" href="{page.ToRoot}index.html">{Html.Text(Name)}</a>
            <a class="to-contents" href="#book-contents">Contents</a>
            <search id="book-search" hidden></search>
            <button type="button" id="book-theme" hidden>Theme</button>
            </header>
            <div class="sheet">
            <main id="book-main" tabindex="-1">
            {body}
            {(page.IsLesson ? "<p id=\"book-read\" hidden></p>\n" : "")}{navigation.Neighbours(page)}</main>
            {navigation.Beside(page)}
            </div>
            </body>
            </html>

            """.ReplaceLineEndings(
            "\n"
        );
}
