using System.Xml.Linq;

namespace Packages.Tests;

/// <summary>What is packed, and what somebody finds in it who has nothing else.</summary>
public sealed class PackageContentTests(PackedFiles packed)
{
    // Cheap, so that a new room is noticed in a plain 'dotnet test': a package whose dependency nobody packs is of no use.
    [Fact]
    public void What_a_packed_project_references_is_packed_too()
    {
        var missing =
            from project in Checkout.PackedProjects
            where !Checkout.Tools.Contains(project)
            from reference in References(Path.Combine(Checkout.Lib, project, project + ".csproj"))
            where !Checkout.PackedProjects.Contains(reference)
            select $"{project} needs {reference}: give that IsPackable, a Description, PackageTags and a PACKAGE.md, as {project} has them.";

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Pack_makes_the_packages_that_are_meant_with_their_symbols_and_no_other_file()
    {
        var expected =
            from project in Checkout.PackedProjects
            from extension in new[] { "nupkg", "snupkg" }
            select $"{project}.{Checkout.Version}.{extension}";

        Assert.Empty(Checkout.Tools.Append("ClientAuth.MockServer").Except(Checkout.PackedProjects));
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            (await packed.FolderAsync()).GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Each_package_has_licence_readme_description_and_symbols()
    {
        foreach (var project in Checkout.PackedProjects)
        {
            var package = await packed.FileAsync(project);
            var metadata = PackedFiles.Metadata(package);
            var symbols = PackedFiles.Entries(await packed.FileAsync(project, "snupkg"));

            Assert.Equal("MIT", metadata.Element("license")?.Value);
            Assert.Equal("PACKAGE.md", metadata.Element("readme")?.Value);
            Assert.Contains("PACKAGE.md", PackedFiles.Entries(package));
            Assert.DoesNotContain(
                "Package Description",
                metadata.Element("description")!.Value,
                StringComparison.Ordinal
            );
            Assert.NotEmpty(metadata.Element("tags")!.Value);
            Assert.Contains(symbols, name => name.EndsWith($"/{project}.pdb", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_library_has_its_documentation_and_needs_only_what_is_packed_or_was_there_before()
    {
        foreach (var project in Checkout.PackedProjects.Except(Checkout.Tools))
        {
            var package = await packed.FileAsync(project);
            var needed = PackedFiles.Metadata(package).Descendants("dependency").Select(Id).ToList();

            Assert.Contains($"lib/net10.0/{project}.dll", PackedFiles.Entries(package));
            Assert.Contains($"lib/net10.0/{project}.xml", PackedFiles.Entries(package));
            Assert.Empty(
                needed
                    .Where(id => id.StartsWith("ClientAuth.", StringComparison.Ordinal))
                    .Except(Checkout.PackedProjects)
            );
        }
    }

    [Fact]
    public async Task A_tool_brings_its_data_and_its_command()
    {
        var server = PackedFiles.Entries(await packed.FileAsync("ClientAuth.Server"));
        var tester = PackedFiles.Entries(await packed.FileAsync("ClientAuth.Tester"));

        Assert.Contains("tools/net10.0/any/data/clients.json", server);
        Assert.Contains("tools/net10.0/any/data/client-templates.json", server);
        Assert.Contains("tools/net10.0/any/redis/ClientAuth.SharedState.Redis.dll", server);
        Assert.Contains("tools/net10.0/any/redis/StackExchange.Redis.dll", server);
        Assert.Contains("tools/net10.0/any/data/tested-clients.example.json", tester);
        Assert.Contains("tools/net10.0/any/data/tested-clients.schema.json", tester);
    }

    private static IEnumerable<string> References(string project) =>
        XDocument
            .Load(project)
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))
            );

    private static string Id(XElement dependency) => (string)dependency.Attribute("id")!;
}
