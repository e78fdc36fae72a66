using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>A copy goes when nobody needs it, and not before.</summary>
public sealed class CopiesFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_the_copy_that_a_kernelspec_starts_stays()
    {
        using var copies = Open();
        var old = Place(copies, "one");
        var current = Place(copies, "two");
        Start(current);

        var (removed, inUse) = copies.RemoveUnneeded();

        Assert.Equal([old], removed);
        Assert.Empty(inUse);
        Assert.False(Directory.Exists(old));
        Assert.True(Directory.Exists(current));
    }

    // As in XDG_DATA_HOME=/data/ or HOME=/people/ada/
    [Fact]
    public void A_copy_that_is_started_stays_however_its_folder_is_spelled()
    {
        using var copies = CopiesFolder.Open(
            $"{_folder.Path}{Path.DirectorySeparatorChar}{Path.DirectorySeparatorChar}copies"
        );
        var current = Place(copies, "one");
        Start(current);

        Assert.Empty(copies.RemoveUnneeded().Removed);

        Assert.True(Directory.Exists(current));
    }

    [Fact]
    public void A_copy_that_is_started_by_a_link_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making a link takes a privilege there");
        using var copies = Open();
        var current = Place(copies, "one");
        Directory.CreateSymbolicLink(_folder.File("link"), _folder.File("copies"));
        Start(_folder.File(Path.Combine("link", "one")));

        Assert.Empty(copies.RemoveUnneeded().Removed);

        Assert.True(Directory.Exists(current));
    }

    [Fact]
    public void A_copy_that_a_process_runs_from_stays_until_that_has_ended()
    {
        using var copies = Open();
        var old = Place(copies, "one");
        using (CopyInUse.Hold(old))
        using (CopyInUse.Hold(old))
        {
            Assert.Equal([old], copies.RemoveUnneeded().InUse);
            Assert.True(Directory.Exists(old));
        }

        Assert.Equal([old], copies.RemoveUnneeded().Removed);
    }

    [Fact]
    public void A_copy_whose_kernelspec_cannot_be_read_stays()
    {
        using var copies = Open();
        Place(copies, "one");
        _folder.Write("kernels/.net-csharp/kernel.json", "{");

        var (removed, inUse) = copies.RemoveUnneeded();

        Assert.Empty(removed);
        Assert.Empty(inUse);
    }

    [Fact]
    public void What_a_broken_off_installation_has_left_goes_and_what_is_nobodys_copy_stays()
    {
        using var copies = Open();
        var unfinished = copies.NewUnfinished();
        File.WriteAllText(Path.Combine(unfinished, "half"), "");
        var notes = _folder.Write("copies/notes/mine.txt", "");

        copies.RemoveUnneeded();

        Assert.False(Directory.Exists(unfinished));
        Assert.True(File.Exists(notes));
    }

    [Fact]
    public void A_copy_never_takes_the_place_of_another()
    {
        using var copies = Open();

        Assert.Equal(Path.Combine(_folder.Path, "copies", "one"), Place(copies, "one"));
        Assert.Equal(Path.Combine(_folder.Path, "copies", "one-2"), Place(copies, "one"));
        Assert.Equal(Path.Combine(_folder.Path, "copies", "one-plain"), Place(copies, "one", readyToRun: false));
    }

    [Fact]
    public void Two_installations_do_not_work_in_one_folder_at_once()
    {
        using (Open())
        {
            var problem = Assert.Throws<InstallationException>(Open);

            Assert.StartsWith($"{_folder.File("copies")} is in use by another installation: ", problem.Message);
        }

        Open().Dispose();
        Assert.False(Directory.Exists(_folder.File("copies")));
    }

    private CopiesFolder Open() => CopiesFolder.Open(_folder.File("copies"));

    private string Place(CopiesFolder copies, string build, bool readyToRun = true)
    {
        var made = Path.Combine(copies.NewUnfinished(), "copy");
        Directory.CreateDirectory(made);
        return copies.Place(
            made,
            new CopyRecord
            {
                Build = build,
                ReadyToRun = readyToRun,
                Kernelspec = _folder.File("kernels/.net-csharp"),
            }
        );
    }

    private void Start(string copy) =>
        new KernelspecPlace(_folder.File("kernels/.net-csharp")).Write(
            Kernelspec.Of("/opt/dotnet", new EngineBuild(copy).Program)
        );
}
