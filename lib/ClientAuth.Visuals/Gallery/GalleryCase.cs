namespace ClientAuth.Visuals.Gallery;

/// <summary>A case in the matrix of failures.</summary>
/// <param name="Id">As the catalogue has it.</param>
/// <param name="Title">What is sent.</param>
/// <param name="Group">The name of its group.</param>
/// <param name="Check">The check that fails; null where none does.</param>
/// <param name="Response">What the client is told.</param>
/// <param name="IsAccepted">Whether a server must accept it.</param>
/// <param name="Runs">One for each method that sends it.</param>
public sealed record GalleryCase(
    string Id,
    string Title,
    string Group,
    string? Check,
    string Response,
    bool IsAccepted,
    IReadOnlyList<GalleryRun> Runs
)
{
    /// <summary>Whether each method was answered as the case says.</summary>
    public bool IsAsExpected => Runs.All(run => run.IsAsExpected);
}
