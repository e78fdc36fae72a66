using ClientAuth.Credentials.Files;
using ClientAuth.Lab.Pages;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Capstone;

/// <summary>The summary of the methods as a page that stands alone, and prints on one sheet of A4.</summary>
internal static class SummaryPage
{
    private const string Title = "Client authentication on one page";

    // By this a page of ours is known, so that nothing else is overwritten.
    private const string Origin = "Written by lesson 13.";

    public static string Of(View summary, View mended) =>
        StandalonePage.Of(
            Title,
            Origin,
            $"""
            {summary.ToHtml()}
            {mended.ToHtml()}
            """,
            """
            @page { size: A4; margin: 10mm; }
            @media print {
              :root { color-scheme: light; }
              body { background: #fff; color: #000; margin: 0; max-width: none; padding: 0; zoom: .85; }
              div, tr { break-inside: avoid; }
              h1 { font-size: 16px; margin: 0; }
            }

            """
        );

    /// <summary>Writes the page, beside its place first.</summary>
    /// <returns>Where it is.</returns>
    public static string Write(string path, View summary, View mended)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetExtension(full) != ".html" || !Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new ArgumentException(
                $"'{path}' is no .html file in a folder that is there; write for example \"../certs/client-authentication.html\".",
                nameof(path)
            );
        }

        if (IsAnother(full))
        {
            throw new IOException($"'{full}' is there and is not a page of this lesson. Name another file.");
        }

        AtomicFile.Write(full, Of(summary, mended));
        return full;
    }

    private static bool IsAnother(string file)
    {
        try
        {
            return !File.ReadAllText(file).Contains($"<!-- {Origin} -->", StringComparison.Ordinal);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
