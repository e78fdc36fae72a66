namespace NotebookEngine.FrontEnds.Tests.Processes;

/// <summary>How long a test waits for something that must come. Nothing is measured by it: it only ends what hangs.</summary>
internal static class TestLimit
{
    // Long enough for a machine that builds and tests other things at the same time.
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>For one thing to appear on a page.</summary>
    public static readonly TimeSpan OneAnswer = TimeSpan.FromMinutes(1);

    public static CancellationTokenSource Start()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        return limit;
    }
}
