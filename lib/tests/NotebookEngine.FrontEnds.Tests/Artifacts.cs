namespace NotebookEngine.FrontEnds.Tests;

/// <summary>Where a build server finds what people may want to look at, such as screenshots, and where the kernel is installed.</summary>
internal static class Artifacts
{
    public static string Folder =>
        Directory.CreateDirectory(Path.Combine(Checkout.Root, "lib", "artifacts", "front-ends")).FullName;
}
