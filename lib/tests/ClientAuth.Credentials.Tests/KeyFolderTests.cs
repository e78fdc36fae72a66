using System.Runtime.Versioning;

namespace ClientAuth.Credentials.Tests;

public sealed class KeyFolderTests : IDisposable
{
    private readonly TempFolder _parent = new();

    private string Parent => _parent["certs"];

    [Fact]
    public void A_folder_is_gone_with_its_owner()
    {
        using (var keys = KeyFolder.CreateBelow(Parent, "lab"))
        {
            File.WriteAllText(keys.File("key.pem"), "a key");
            File.WriteAllText(Path.Combine(keys.Folder("01-app"), "key.pem"), "another");

            Assert.Matches(@"[/\\]lab-[0-9a-f]{16}\z", keys.ToString());
            Assert.True(File.Exists(keys + ".lock"));
        }

        Assert.Empty(Directory.GetFileSystemEntries(Parent));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Folders_and_lock_are_closed_to_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var keys = KeyFolder.CreateBelow(Parent, "lab");
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(keys.ToString()));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(keys.Folder("01-app")));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(keys + ".lock"));
    }

    [Fact]
    public void A_parent_that_is_a_file_is_refused_and_stays()
    {
        File.WriteAllText(Parent, "a file");

        Assert.ThrowsAny<IOException>(() => KeyFolder.CreateBelow(Parent, "lab"));

        Assert.Equal("a file", File.ReadAllText(Parent));
    }

    public void Dispose() => _parent.Dispose();
}
