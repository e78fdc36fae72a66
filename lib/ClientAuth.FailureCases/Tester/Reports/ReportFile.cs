using ClientAuth.Credentials.Files;
using ClientAuth.FailureCases.Tester.Usage;

namespace ClientAuth.FailureCases.Tester.Reports;

/// <summary>A file for a report. It replaces an earlier report or an empty file, and nothing else.</summary>
/// <param name="Option">The option that names it.</param>
/// <param name="Path">Where it is.</param>
internal sealed record ReportFile(string Option, string Path)
{
    /// <summary>Stands in every report, so that the next run knows it for one.</summary>
    public const string Mark = "authorization-server-test";

    private const int MarkWithin = 1024;

    /// <summary>Finds out, before anything is sent, what would keep it from being written.</summary>
    /// <exception cref="TesterException">Something else is there, or no folder for it.</exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            throw TesterException.Usage($"{Option}: the name of the file is empty.");
        }

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        if (Directory.Exists(Path) || !Directory.Exists(folder))
        {
            throw TesterException.Usage(
                Directory.Exists(Path)
                    ? $"{Option}: '{Path}' is a folder; name a file."
                    : $"{Option}: there is no folder '{folder}'; make it first."
            );
        }

        if (SpecialFile.IsAt(Path))
        {
            throw TesterException.Usage($"{Option}: '{Path}' is a pipe or a device; name a file.");
        }

        if (File.Exists(Path) && !IsReport())
        {
            throw TesterException.Usage(
                $"{Option}: '{Path}' is no report of an earlier run, and would be replaced. Name another file, or remove it."
            );
        }
    }

    /// <summary>Writes beside it and moves that over it, so that nobody reads half a report.</summary>
    /// <exception cref="TesterException">It cannot be written.</exception>
    public void Write(string text)
    {
        try
        {
            AtomicFile.Write(Path, text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TesterException.NotWritten($"{Option}: '{Path}' could not be written: {error.Message}", error);
        }
    }

    private bool IsReport()
    {
        try
        {
            using var reader = new StreamReader(Path);
            var begin = new char[MarkWithin];
            var read = reader.ReadBlock(begin);
            return read == 0 || begin.AsSpan(0, read).Contains(Mark, StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
