using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.Credentials.Tests.KeyStorage;

/// <summary>Where key folders are made. Lessons and the server are tried elsewhere, as an account that cannot write to the checkout.</summary>
public sealed class KeyParentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_of_the_checkout_is_taken_where_it_can_be_written_to_and_stays_as_it_is()
    {
        var certs = Directory.CreateDirectory(_folder["certs"]).FullName;

        Assert.Equal(certs, KeyParent.Choose(named: null, certs));
        Assert.Equal(certs, KeyParent.Choose(named: "", certs));
        Assert.Empty(Directory.GetFileSystemEntries(certs));
    }

    [Fact]
    public void What_the_user_names_is_taken_and_not_replaced_even_where_it_cannot_be_written_to()
    {
        File.WriteAllText(_folder["a file"], "");

        Assert.Equal(_folder["a file"], KeyParent.Choose(_folder["a file"], _folder["certs"]));
        Assert.Equal(
            _folder["keys"],
            KeyParent.Choose(_folder["keys"] + Path.DirectorySeparatorChar, _folder["certs"])
        );
        var relative = Assert.Throws<IOException>(() => KeyParent.Choose("keys", _folder["certs"]));
        Assert.StartsWith(
            "CLIENT_AUTH_KEYS is 'keys', which is no absolute path. ",
            relative.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_that_is_made_for_keys_is_the_owners_alone_whatever_the_umask()
    {
        using var keys = KeyFolder.CreateBelow(_folder["new"], "lab");

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists in place of modes.");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(_folder["new"])
            );
        }
    }
}
