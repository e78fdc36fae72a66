using ExecutedLessons;

namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>What is kept is used as long as nothing has changed, and never after that.</summary>
public sealed class KeptFoldersTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kept-folders-");
    private int _made;

    private string Sources => Path.Combine(_folder.FullName, "sources");

    private string Kept => Path.Combine(_folder.FullName, "kept");

    public KeptFoldersTests()
    {
        Directory.CreateDirectory(Sources);
        File.WriteAllText(Path.Combine(Sources, "lesson"), "one");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Who_asks_at_once_and_who_asks_later_get_the_folder_that_was_made_once()
    {
        var folders = await Task.WhenAll(GetAsync(), GetAsync(), GetAsync());

        Assert.Equal(await GetAsync(), Assert.Single(folders.Distinct()));
        Assert.Equal("made 1", await ResultAsync(folders[0]));
    }

    [Theory]
    [InlineData("lesson", "two")]
    [InlineData("another", "one")]
    [InlineData("lesson", "one ")]
    public async Task A_change_of_any_file_makes_another(string file, string text)
    {
        var before = await GetAsync();
        await File.WriteAllTextAsync(Path.Combine(Sources, file), text, TestContext.Current.CancellationToken);

        var after = await GetAsync();

        Assert.NotEqual(before, after);
        Assert.Equal("made 2", await ResultAsync(after));
    }

    [Fact]
    public async Task Another_name_of_a_file_makes_another()
    {
        var before = await GetAsync();
        File.Move(Path.Combine(Sources, "lesson"), Path.Combine(Sources, "lesson2"));

        Assert.NotEqual(before, await GetAsync());
    }

    [Fact]
    public async Task What_could_not_be_made_is_made_by_the_next()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            new KeptFolders(Kept).GetAsync(
                Id,
                folder =>
                {
                    Fill(folder);
                    throw new IOException("in the middle");
                }
            )
        );

        Assert.Equal("made 2", await ResultAsync(await GetAsync()));
    }

    [Fact]
    public async Task What_changed_while_it_was_made_is_not_kept()
    {
        var change = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new KeptFolders(Kept).GetAsync(
                Id,
                folder =>
                {
                    Fill(folder);
                    File.WriteAllText(Path.Combine(Sources, "lesson"), "two");
                }
            )
        );

        Assert.Contains("changed while", change.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Kept));
    }

    [Fact]
    public async Task The_newest_three_are_kept()
    {
        var folders = new List<string>();
        foreach (var text in new[] { "two", "three", "four", "five" })
        {
            await File.WriteAllTextAsync(Path.Combine(Sources, "lesson"), text, TestContext.Current.CancellationToken);
            folders.Add(await GetAsync());
            // The older, the longer ago, however coarse the clock of the disk is.
            Directory.SetLastWriteTimeUtc(folders[^1], new DateTime(2026, 1, folders.Count, 0, 0, 0, DateTimeKind.Utc));
        }

        Assert.Equal(folders[1..].Order(), Directory.EnumerateDirectories(Kept).Order());
    }

    private Task<string> GetAsync() => new KeptFolders(Kept).GetAsync(Id, Fill);

    private string Id()
    {
        using var id = new ContentId();
        return id.Add(Sources, "*", SearchOption.AllDirectories).ToString();
    }

    private void Fill(string folder) => File.WriteAllText(Path.Combine(folder, "result"), $"made {++_made}");

    private static Task<string> ResultAsync(string folder) =>
        File.ReadAllTextAsync(Path.Combine(folder, "result"), TestContext.Current.CancellationToken);
}
