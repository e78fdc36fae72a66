using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>A folder is a concept and not a drawer: it is small, it is a namespace, and no two folders need each other.</summary>
public sealed partial class FolderTests
{
    private const int MostFiles = 25;

    // Room -> the types that put its pieces together. They know every folder, so they are no part of any circle.
    private static readonly Dictionary<string, HashSet<string>> Compositions = new()
    {
        ["ClientAuth.MockServer"] = ["MockAuthorizationServer"],
    };

    public static TheoryData<string> AllRooms => Rooms.All;

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Folders_of_a_room_do_not_know_each_other_in_a_circle(string room) =>
        AssertNone(FolderGraph.Of(room, Compositions.GetValueOrDefault(room) ?? []).Circles());

    // The root makes the server of its pieces, and each piece uses the options of the root: without the exception, that is a circle.
    [Fact]
    public void A_circle_is_found_and_named_with_the_types_that_close_it()
    {
        var circles = FolderGraph.Of("ClientAuth.MockServer", new HashSet<string>()).Circles().ToList();

        Assert.Contains(
            circles,
            circle =>
                circle.StartsWith("ClientAuth.MockServer -> ", StringComparison.Ordinal)
                && circle.Contains("MockAuthorizationServer uses ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_folder_is_a_drawer()
    {
        var full =
            from path in Repository.Sources()
            group path by Path.GetDirectoryName(Repository.Relative(path)) into folder
            where folder.Count() > MostFiles
            select $"{folder.Key}: {folder.Count()} files";

        AssertNone(full);
    }

    // Otherwise the graph of namespaces would not be the graph of folders.
    [Theory]
    [MemberData(nameof(AllRooms))]
    public void The_namespace_of_a_file_is_its_folder(string room)
    {
        var elsewhere =
            from path in Repository.Sources()
            let file = Path.GetRelativePath(Repository.Lib, path).Replace('\\', '/')
            where file.StartsWith(room + "/", StringComparison.Ordinal)
            let name = Namespace().Match(File.ReadAllText(path)).Groups["name"].Value
            where name.Length > 0 && name != Path.GetDirectoryName(file)!.Replace('\\', '/').Replace('/', '.')
            select $"{file}: {name}";

        AssertNone(elsewhere);
    }

    // Whole lines, where a collection would be cut short.
    private static void AssertNone(IEnumerable<string> found)
    {
        var lines = string.Join('\n', found);
        Assert.True(lines.Length == 0, lines);
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
