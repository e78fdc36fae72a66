namespace NotebookEngine.Installation.Checks;

/// <summary>The folder for temporary files can be written to.</summary>
internal sealed class TempFolderCheck(string folder) : ICheck
{
    private const string Subject = "temp folder";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var path = Path.Combine(folder, $"notebook-engine-{Guid.NewGuid():N}.tmp");
            await File.WriteAllTextAsync(path, "probe", cancellationToken);
            File.Delete(path);
            return [Finding.Ok(Subject, $"{folder} can be written to")];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return
            [
                Finding.Problem(
                    Subject,
                    $"{folder}: {problem.Message}",
                    "make it writable and free some space, or set TMPDIR (on Windows TEMP) to a folder that is"
                ),
            ];
        }
    }
}
