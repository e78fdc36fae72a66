using NotebookEngine.Arguments;
using NotebookEngine.Files;

namespace NotebookEngine.Book;

/// <summary>
/// The folder of a book. It is written beside and then moved, so that a reader finds the earlier book or the new one. A folder that holds
/// anything but an earlier book is left alone: <see cref="Marker"/> lists what belongs to it.
/// </summary>
internal sealed class BookFolder
{
    internal const string Marker = ".notebook-book";

    private readonly string _path;

    private BookFolder(string path) => _path = path;

    /// <param name="path">Absolute.</param>
    /// <exception cref="UsageException">It is a file, or holds what is no part of a book.</exception>
    internal static BookFolder At(string path)
    {
        path = Path.TrimEndingDirectorySeparator(path);
        // Through a link, the book takes the place of what the link means, not of the link.
        if (Directory.Exists(path) && Directory.ResolveLinkTarget(path, returnFinalTarget: true) is { } target)
        {
            path = Path.TrimEndingDirectorySeparator(target.FullName);
        }

        Check(path);
        return new BookFolder(path);
    }

    private static void Check(string path)
    {
        if (File.Exists(path) || Path.GetDirectoryName(path) is null)
        {
            throw new UsageException($"--out is {path}, which is no folder that a book could be written to");
        }

        if (Directory.Exists(path) && StrangerIn(path) is { } stranger)
        {
            throw new UsageException(
                $"{path} holds {stranger}, which is no part of an earlier book: give --out a folder that is new or empty, or holds a book"
            );
        }
    }

    /// <returns>Where the earlier book is if it could not be removed; else null.</returns>
    /// <exception cref="IOException">It cannot be written; what was there is there still.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    /// <exception cref="UsageException">Something that is no part of a book has come there meanwhile.</exception>
    internal string? Write(IReadOnlyList<BookFile> files)
    {
        FolderPath.Check(Path.GetDirectoryName(_path)!);
        var beside = $"{_path}.{Guid.NewGuid():N}.tmp";
        var earlier = $"{_path}.{Guid.NewGuid():N}.old";
        try
        {
            foreach (var file in files.Append(MarkerOf(files)))
            {
                var path = Path.Combine(beside, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Content);
            }

            Check(_path);
            Replace(beside, earlier);
        }
        finally
        {
            Delete(beside);
        }

        try
        {
            Delete(earlier);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return earlier;
        }
    }

    private void Replace(string beside, string earlier)
    {
        if (Directory.Exists(_path))
        {
            Directory.Move(_path, earlier);
        }

        try
        {
            Directory.Move(beside, _path);
        }
        catch when (Directory.Exists(earlier))
        {
            Directory.Move(earlier, _path);
            throw;
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BookFile MarkerOf(IReadOnlyList<BookFile> files) =>
        BookFile.Text(Marker, string.Concat(files.Select(file => $"{file.Path}\n")));

    private static string? StrangerIn(string folder)
    {
        var marker = Path.Combine(folder, Marker);
        if (!File.Exists(marker))
        {
            return Directory
                .EnumerateFileSystemEntries(folder)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
        }

        var own = File.ReadAllLines(marker).Append(Marker).ToHashSet(StringComparer.Ordinal);
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(path => !own.Contains(path));
    }
}
