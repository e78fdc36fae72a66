using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.Credentials.Tests.KeyStorage;

/// <summary>Here an owner that was killed is imitated by its files; Lessons.Tests and the server's tests kill real ones.</summary>
public sealed class AbandonedKeyFoldersTests : IDisposable
{
    private const string Claim = "The folder of this name holds keys of a run that keeps this file locked, on ";

    private readonly TempFolder _parent = new();

    private string Parent => Directory.CreateDirectory(_parent["certs"]).FullName;

    [Fact]
    public void What_a_dead_owner_left_goes_and_what_a_living_one_has_stays()
    {
        using var living = KeyFolder.CreateBelow(Parent, "lab");
        File.WriteAllText(living.File("key.pem"), "a key");
        var dead = Abandon("lab-0123456789abcdef", Claim + ThisMachine.Id);
        var neverMade = Path.Combine(Parent, "server-0123456789abcdef.lock");
        File.WriteAllText(neverMade, Claim + ThisMachine.Id);

        Assert.Empty(AbandonedKeyFolders.RemoveBelow(Parent));

        Assert.False(Directory.Exists(dead));
        Assert.False(File.Exists(dead + ".lock"));
        Assert.False(File.Exists(neverMade));
        Assert.Equal("a key", File.ReadAllText(living.File("key.pem")));
    }

    [Theory]
    [InlineData("lab-0123456789abcdef", "of a package tool")]
    [InlineData("yarn", Claim + "here")]
    [InlineData("Lab-0123456789abcdef", Claim + "here")]
    [InlineData("lab-0123456789abcde", Claim + "here")]
    public void What_is_not_ours_stays(string name, string content)
    {
        var folder = Abandon(name, content.Replace("here", ThisMachine.Id, StringComparison.Ordinal));
        var withoutLock = Directory.CreateDirectory(Path.Combine(Parent, "lab-fedcba9876543210")).FullName;

        Assert.Empty(AbandonedKeyFolders.RemoveBelow(Parent));

        Assert.True(File.Exists(Path.Combine(folder, "key.pem")));
        Assert.True(File.Exists(folder + ".lock"));
        Assert.True(Directory.Exists(withoutLock));
    }

    // Killed, or without power, between making the file and saying whose it is.
    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    public void Lock_that_its_owner_never_wrote_goes(string content)
    {
        var path = Path.Combine(Parent, "server-0123456789abcdef.lock");
        File.WriteAllText(path, content);

        Assert.Empty(AbandonedKeyFolders.RemoveBelow(Parent));

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Lock_without_an_owner_beside_a_folder_stays_and_is_named()
    {
        var folder = Abandon("lab-0123456789abcdef", "");

        Assert.Equal(
            [$"'{folder}' has a .lock file that names no owner; once no lab and no server runs, delete both."],
            AbandonedKeyFolders.RemoveBelow(Parent)
        );
        Assert.True(File.Exists(Path.Combine(folder, "key.pem")));
        Assert.True(File.Exists(folder + ".lock"));
    }

    [Fact]
    public void An_owner_is_gone_once_its_lock_is_free_or_removed_with_the_folder()
    {
        using var living = KeyFolder.CreateBelow(Parent, "lab");
        var dead = Abandon("lab-0123456789abcdef", Claim + ThisMachine.Id);
        var elsewhere = Abandon("lab-1123456789abcdef", Claim + "elsewhere");
        var withoutLock = Directory.CreateDirectory(Path.Combine(Parent, "lab-fedcba9876543210")).FullName;

        Assert.False(KeyFolder.IsAbandoned(living.ToString()));
        Assert.True(KeyFolder.IsAbandoned(dead));
        Assert.False(KeyFolder.IsAbandoned(elsewhere));
        Assert.False(KeyFolder.IsAbandoned(withoutLock));
        Assert.True(KeyFolder.IsAbandoned(Path.Combine(Parent, "lab-0000000000000000")));
        Assert.False(KeyFolder.IsAbandoned(_parent["another-disk/lab-0000000000000000"]));
    }

    // A container and its host share the disk, not the locks.
    [Fact]
    public void What_another_machine_owns_stays_and_is_named()
    {
        var folder = Abandon("lab-0123456789abcdef", Claim + "elsewhere");

        Assert.Equal(
            [
                $"'{folder}' belongs to a run on 'elsewhere', which may still be running; once it has ended, delete the folder and its .lock file.",
            ],
            AbandonedKeyFolders.RemoveBelow(Parent)
        );
        Assert.True(File.Exists(Path.Combine(folder, "key.pem")));
    }

    [Fact]
    public void A_link_is_removed_and_where_it_leads_is_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets administrators alone make links.");
        var precious = Directory.CreateDirectory(_parent["precious"]).FullName;
        File.WriteAllText(Path.Combine(precious, "file"), "content");
        var folder = Abandon("lab-0123456789abcdef", Claim + ThisMachine.Id);
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), precious);

        Assert.Empty(AbandonedKeyFolders.RemoveBelow(Parent));

        Assert.False(Directory.Exists(folder));
        Assert.Equal("content", File.ReadAllText(Path.Combine(precious, "file")));
    }

    [Fact]
    public void A_folder_that_is_not_there_has_nothing_to_remove() =>
        Assert.Empty(AbandonedKeyFolders.RemoveBelow(_parent["missing"]));

    [Fact]
    public void Owners_that_begin_and_end_while_others_clean_up_keep_what_is_theirs()
    {
        var parent = Parent;
        for (var number = 0; number < 20; number++)
        {
            Abandon($"lab-{number:x16}", Claim + ThisMachine.Id);
        }

        Parallel.For(
            0,
            200,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            number =>
            {
                using var keys = KeyFolder.CreateBelow(parent, "lab");
                File.WriteAllText(keys.File("key.pem"), "a key");
                Assert.Empty(AbandonedKeyFolders.RemoveBelow(parent));
                Assert.Equal("a key", File.ReadAllText(keys.File("key.pem")));
            }
        );

        Assert.Empty(Directory.GetFileSystemEntries(parent));
    }

    public void Dispose() => _parent.Dispose();

    private string Abandon(string name, string content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Parent, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "key.pem"), "a key");
        File.WriteAllText(folder + ".lock", content);
        return folder;
    }
}
