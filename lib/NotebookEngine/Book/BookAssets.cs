namespace NotebookEngine.Book;

/// <summary>What every page loads; it lies in the engine's own assembly.</summary>
internal static class BookAssets
{
    internal const string Style = "book.css";
    internal const string Script = "book.js";

    internal static IEnumerable<BookFile> All => new[] { Style, Script }.Select(name => new BookFile(name, Read(name)));

    private static byte[] Read(string name)
    {
        using var stream = typeof(BookAssets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
