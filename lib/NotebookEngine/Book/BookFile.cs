using System.Text;

namespace NotebookEngine.Book;

/// <summary>A file of the book.</summary>
/// <param name="Path">From the book's folder, with slashes.</param>
/// <param name="Content">All of it.</param>
internal sealed record BookFile(string Path, byte[] Content)
{
    internal bool IsPage => Path.EndsWith(".html", StringComparison.Ordinal);

    internal static BookFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
