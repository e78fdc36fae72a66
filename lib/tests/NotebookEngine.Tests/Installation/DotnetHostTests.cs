using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>Which dotnet a kernelspec names: it must still be there after an upgrade.</summary>
public sealed class DotnetHostTests : IDisposable
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_link_on_the_path_is_preferred_to_the_folder_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs a privilege on Windows.");
        var program = _folder.Write(Path.Combine("share", "dotnet", Name), "");
        var link = Link(Path.Combine("bin", Name), program);

        Assert.Equal(
            link,
            DotnetHost.OnPath(_folder.File(Path.Combine("share", "dotnet")), Path.GetDirectoryName(link)!)
        );
    }

    [Fact]
    public void Homebrews_link_is_preferred_to_the_folder_of_this_version()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Homebrew is no program of Windows.");
        var version = Path.Combine("Cellar", "dotnet", "10.0.1");
        _folder.Write(Path.Combine(version, "libexec", Name), "");
        var script = _folder.Write(Path.Combine(version, "bin", Name), "");
        var link = Link(Path.Combine("bin", Name), Path.GetRelativePath(_folder.File("bin"), script));

        Assert.Equal(
            link,
            DotnetHost.OnPath(_folder.File(Path.Combine(version, "libexec")), Path.GetDirectoryName(link)!)
        );
    }

    [Fact]
    public void One_that_belongs_to_another_root_is_not_taken_nor_is_what_it_hides()
    {
        var own = _folder.Write(Path.Combine("own", Name), "");
        var other = _folder.Write(Path.Combine("other", Name), "");
        var path = string.Join(Path.PathSeparator, Path.GetDirectoryName(other), Path.GetDirectoryName(own));

        // Whoever types dotnet gets the other one, so a later change of the path would be a surprise.
        Assert.Null(DotnetHost.OnPath(Path.GetDirectoryName(own)!, path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("relative")]
    public void A_path_without_one_gives_none(string path) => Assert.Null(DotnetHost.OnPath(_folder.Path, path));

    private string Link(string name, string target)
    {
        var link = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
        return link;
    }
}
