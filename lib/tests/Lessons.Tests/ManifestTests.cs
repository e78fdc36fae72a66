using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;

namespace Lessons.Tests;

/// <summary>
/// Boxes and path tables are written from <c>data/lessons.json</c>. After a change there, run these tests once with the
/// environment variable <c>UPDATE_LESSONS=1</c>: they then write what they would otherwise compare.
/// </summary>
public sealed class ManifestTests
{
    private static readonly IReadOnlyList<LessonManifest> Path = LessonManifest.ReadAll();

    public static TheoryData<string> Lessons => Checkout.Lessons;

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_LESSONS") == "1";

    [Fact]
    public void The_manifest_lists_every_lesson_in_order() =>
        Assert.Equal(Checkout.Lessons.Select(row => row.Data), Path.Select(lesson => lesson.File));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_box_of_the_lesson_is_written_from_the_manifest(string lesson) =>
        AssertWrittenAsync(lesson, "box", LessonBox.Of(Path.Single(entry => entry.File == lesson), Path));

    [Fact]
    public Task The_map_of_the_first_lesson_is_written_from_the_manifest() =>
        AssertWrittenAsync(
            Path[0].File,
            "map",
            $"## The path\n\n{PathTable.Of(Path, folder: "")}\n\nOne more request before you go on. It asks for too much:"
        );

    [Theory]
    [InlineData("README.md", "notebooks/")]
    [InlineData("notebooks/README.md", "")]
    public void The_path_table_is_written_from_the_manifest(string page, string folder)
    {
        var file = System.IO.Path.Combine(Checkout.Root, page);
        var text = File.ReadAllText(file);
        var expected = PathTable.Write(text, PathTable.Of(Path, folder));
        if (IsUpdate)
        {
            File.WriteAllText(file, expected);
            return;
        }

        Assert.Equal(expected, text);
    }

    private static Task AssertWrittenAsync(string lesson, string cellId, string expected)
    {
        if (IsUpdate)
        {
            Update(lesson, cellId, expected);
        }

        return WorkingCopy.HoldAsync(
            lesson,
            notebook => Assert.Equal(expected, notebook.Cells.Single(cell => cell.Id == cellId).Source)
        );
    }

    private static void Update(string lesson, string cellId, string expected)
    {
        var file = Checkout.PathOf(lesson);
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        var lines = expected.Split('\n');
        json["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == cellId)!["source"] = new JsonArray([
            .. lines.Select((line, number) => JsonValue.Create(number < lines.Length - 1 ? line + "\n" : line)),
        ]);
        File.WriteAllText(file, JupyterJson.Write(json));
    }
}
