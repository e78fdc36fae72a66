using NotebookEngine.StoredOutputs;

namespace WorkingCopies;

/// <summary>A lesson's file as git has it; null where git does not have it, where this is no repository, or where there is no git.</summary>
internal static class CommittedLesson
{
    private const string Staged = "";

    /// <summary>In the last commit.</summary>
    public static Task<string?> ReadAsync(string lesson) => GitFile.ReadAsync(Checkout.Notebooks, "HEAD", lesson);

    /// <summary>What <c>git commit</c> would commit now: what is staged, and otherwise the last commit.</summary>
    public static Task<string?> ReadStagedAsync(string lesson) => GitFile.ReadAsync(Checkout.Notebooks, Staged, lesson);
}
