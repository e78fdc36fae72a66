namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>
/// axe-core, which finds in a page what keeps people out of it. The file is too large for this repository;
/// <c>npm install axe-core@4.14.1</c> brings it, and the variable AXE_JS says where it is.
/// </summary>
internal static class AxeScript
{
    private const string Variable = "AXE_JS";
    private const string Package = "axe-core@4.14.1";

    /// <summary>Whether the variable names a file.</summary>
    public static bool IsNamed => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The text of the script. Where the variable names none, the test is skipped, or fails where every tool is promised.</summary>
    public static Task<string> ReadAsync()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(path))
        {
            RequiredTools.Missing($"{Variable} names no file; npm install {Package} brings axe.min.js.");
        }

        Assert.True(File.Exists(path), $"{Variable} must name axe.min.js of {Package}, and names '{path}'.");
        return File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }
}
