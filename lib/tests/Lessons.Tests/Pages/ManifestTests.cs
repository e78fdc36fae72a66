namespace Lessons.Tests.Pages;

/// <summary>
/// Boxes and path tables are written from <c>data/lessons.json</c>. After a change there, run these tests once with the
/// environment variable <c>UPDATE_LESSONS=1</c>: they then write what they would otherwise compare.
/// </summary>
[Collection(nameof(WrittenPage))] // one after the other: with UPDATE_LESSONS they write the same files
public sealed class ManifestTests
{
    private static readonly IReadOnlyList<LessonManifest> Path = LessonManifest.ReadAll();

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Fact]
    public void The_manifest_lists_every_lesson_in_order() =>
        Assert.Equal(Checkout.Lessons.Select(row => row.Data), Path.Select(lesson => lesson.File));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_box_of_the_lesson_is_written_from_the_manifest(string lesson) =>
        WrittenCell.HoldAsync(lesson, "box", LessonBox.Of(Path.Single(entry => entry.File == lesson), Path));

    [Fact]
    public Task The_map_of_the_first_lesson_is_written_from_the_manifest() =>
        WrittenCell.HoldAsync(
            Path[0].File,
            "map",
            $"## The path\n\n{PathTable.Of(Path, folder: "")}\n\nOne more request before you go on. It asks for too much:"
        );

    [Theory]
    [InlineData("README.md", "notebooks/")]
    [InlineData("notebooks/README.md", "")]
    public void The_path_table_is_written_from_the_manifest(string page, string folder)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Checkout.Root, page));

        WrittenPage.Hold(page, PathTable.Write(text, PathTable.Of(Path, folder)));
    }
}
