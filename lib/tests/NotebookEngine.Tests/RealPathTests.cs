namespace NotebookEngine.Tests;

public sealed class RealPathTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_path_through_links_becomes_the_one_without()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs a privilege on Windows.");
        var inner = Directory.CreateDirectory(_folder.File(Path.Combine("private", "var", "folder"))).FullName;
        Directory.CreateSymbolicLink(_folder.File("var"), _folder.File("again"));
        Directory.CreateSymbolicLink(_folder.File("again"), Path.Combine("private", "var"));

        Assert.Equal(inner, RealPath.Of(_folder.File(Path.Combine("var", "folder"))));
    }
}
