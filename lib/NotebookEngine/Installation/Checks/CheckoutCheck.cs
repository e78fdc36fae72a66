namespace NotebookEngine.Installation.Checks;

/// <summary>The folders of a checkout can be written to: notebooks are saved there, the library is built there, and more.</summary>
internal sealed class CheckoutCheck(string workspace) : ICheck
{
    private const string Subject = "checkout";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([Judge()]);

    private Finding Judge()
    {
        var closed = Folders().Where(folder => !CanWrite(folder)).ToList();
        return closed is []
            ? Finding.Ok(Subject, $"{workspace} can be written to")
            : Finding.Warning(
                Subject,
                $"this account cannot write to {string.Join(", ", closed)}: notebooks run, but are not saved there, and nothing is built there",
                "copy the checkout to a folder of your own, and work there; or only run what is built: dotnet run --no-build"
            );
    }

    // Of a folder that is no checkout, such as a home, what is in it is nobody's business.
    private IEnumerable<string> Folders() =>
        Directory.Exists(Path.Combine(workspace, "notebooks"))
            ?
            [
                workspace,
                .. Directory
                    .EnumerateDirectories(workspace)
                    .Where(folder => Path.GetFileName(folder)[0] != '.')
                    .Order(StringComparer.Ordinal),
            ]
            : [workspace];

    private static bool CanWrite(string folder)
    {
        try
        {
            var probe = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            };
            new FileStream(Path.Combine(folder, $".probe-{Guid.NewGuid():N}"), probe).Dispose();
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
