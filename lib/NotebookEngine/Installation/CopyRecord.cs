using System.Text.Json;
using NotebookEngine.Files;

namespace NotebookEngine.Installation;

/// <summary>The record of a copy of the engine: a JSON file beside its assemblies.</summary>
internal sealed record CopyRecord
{
    internal const string FileName = "copy.json";

    /// <summary>The build that it is a copy of.</summary>
    public required string Build { get; init; }

    /// <summary>Whether it is compiled ahead of time for this machine.</summary>
    public required bool ReadyToRun { get; init; }

    /// <summary>The folder of the kernelspec that starts it. Once that starts something else, the copy can be removed.</summary>
    public required string Kernelspec { get; init; }

    /// <summary>The record in a folder, or null where there is none that can be read.</summary>
    internal static CopyRecord? Read(string folder)
    {
        try
        {
            var path = Path.Combine(folder, FileName);
            return File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), InstallationJson.Default.CopyRecord)
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    internal void Write(string folder) =>
        AtomicFile.Write(
            Path.Combine(folder, FileName),
            JsonSerializer.Serialize(this, InstallationJson.Default.CopyRecord) + "\n"
        );
}
