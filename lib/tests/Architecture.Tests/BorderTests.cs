using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>Who may know whom, held for the compiled code as well as for what the project files ask for.</summary>
public sealed class BorderTests
{
    // What looks at the rooms from outside.
    private static readonly string[] Outside = ["lib/tests/", "lib/benchmarks/", "lib/tools/"];

    public static TheoryData<string> AllRooms => Rooms.All;

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Code_of_a_room_uses_only_the_rooms_that_it_may_know(string room)
    {
        var used = Rooms
            .Load(room)
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(Rooms.MayUse.ContainsKey);

        Assert.Empty(used.Except(Rooms.MayUse[room]));
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Project_of_a_room_references_only_the_rooms_that_it_may_know(string room)
    {
        var referenced = Elements(room, "ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(Include(reference).Replace('\\', '/')));

        Assert.Empty(referenced.Except(Rooms.MayUse[room]));
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Project_of_a_room_asks_for_exactly_its_own_packages(string room)
    {
        var packages = Elements(room, "PackageReference").Select(Include).Order();

        Assert.Equal(Rooms.MayAskFor[room].Order(), packages);
    }

    [Fact]
    public void Every_room_of_lib_is_in_the_table()
    {
        var rooms = Repository
            .Projects()
            .Where(path =>
                !Outside.Any(folder => Repository.Relative(path).StartsWith(folder, StringComparison.Ordinal))
            )
            .Select(path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(Rooms.MayUse.Keys.Order(), rooms.Order());
    }

    [Fact]
    public void Client_and_server_share_nothing_but_the_protocol()
    {
        Assert.DoesNotContain("ClientAuth.MockServer", Rooms.MayUse["ClientAuth.Client"]);
        Assert.DoesNotContain("ClientAuth.Client", Rooms.MayUse["ClientAuth.MockServer"]);
    }

    // The server takes certificates as options; only what starts it for somebody makes them: the program, and the start of a test.
    [Fact]
    public void Server_makes_credentials_nowhere_but_where_it_is_started_for_somebody()
    {
        var strangers = Repository
            .Sources()
            .Select(Repository.Relative)
            .Where(path => path.StartsWith("lib/ClientAuth.MockServer/", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("lib/ClientAuth.MockServer/Standalone/", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("lib/ClientAuth.MockServer/Testing/", StringComparison.Ordinal))
            .Where(path =>
                File.ReadAllText(Path.Combine(Repository.Root, path))
                    .Contains("ClientAuth.Credentials", StringComparison.Ordinal)
            );

        Assert.Empty(strangers);
    }

    private static IEnumerable<XElement> Elements(string room, string name) =>
        XDocument.Load(Rooms.ProjectFile(room)).Descendants(name);

    private static string Include(XElement reference) => (string)reference.Attribute("Include")!;
}
