using System.Reflection.PortableExecutable;

namespace NotebookEngine.Installation.Checks;

/// <summary>
/// Whether an assembly is whole: a disk that was full, a copy that was interrupted and a sync that has not ended leave files without
/// content, or with the first part of it.
/// </summary>
internal static class DamagedAssembly
{
    private const string CutOff = "is cut off, or no assembly";

    /// <summary>The first damaged assembly of a folder, with what is wrong; null where there is none.</summary>
    internal static string? In(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(path => Damage(path) is { } damage ? $"{path} {damage}" : null)
            .FirstOrDefault(damaged => damaged is not null);

    private static string? Damage(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length == 0)
            {
                return "is empty";
            }

            using var file = new PEReader(stream);
            var end = file.PEHeaders.SectionHeaders.Max(section => section.PointerToRawData + section.SizeOfRawData);
            return end > stream.Length ? CutOff : null;
        }
        catch (Exception problem) when (problem is BadImageFormatException or InvalidOperationException)
        {
            return CutOff;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {problem.Message}";
        }
    }
}
