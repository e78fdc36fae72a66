using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.Credentials.Tests.KeyStorage;

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
    public void Folders_and_lock_are_closed_to_others()
    {
        using var keys = KeyFolder.CreateBelow(Parent, "lab");
        string[] folders = [keys.ToString(), keys.Folder("01-app")];

        if (OperatingSystem.IsWindows())
        {
            Assert.All(folders, AssertOwnerAloneOnWindows);
        }
        else
        {
            const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(
                [OwnerOnly | UnixFileMode.UserExecute, OwnerOnly | UnixFileMode.UserExecute],
                folders.Select(File.GetUnixFileMode)
            );
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(keys + ".lock"));
        }
    }

    [Fact]
    public void A_parent_that_is_a_file_is_refused_and_stays()
    {
        File.WriteAllText(Parent, "a file");

        Assert.ThrowsAny<IOException>(() => KeyFolder.CreateBelow(Parent, "lab"));

        Assert.Equal("a file", File.ReadAllText(Parent));
    }

    public void Dispose() => _parent.Dispose();

    // Nor do rights of the folder above reach inside, such as those of all users on a second drive.
    [SupportedOSPlatform("windows")]
    private static void AssertOwnerAloneOnWindows(string folder)
    {
        using var identity = WindowsIdentity.GetCurrent();
        var security = new DirectoryInfo(folder).GetAccessControl();
        Assert.True(security.AreAccessRulesProtected);
        var rules = security.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier));
        Assert.NotEmpty(rules);
        Assert.All(rules.Cast<AccessRule>(), rule => Assert.Equal(identity.User, rule.IdentityReference));
    }
}
