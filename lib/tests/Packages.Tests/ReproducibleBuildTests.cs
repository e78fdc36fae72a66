using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Packages.Tests.Processes;

namespace Packages.Tests;

/// <summary>
/// What <c>dotnet pack</c> builds says nothing of the machine, and brings its sources. Tried on the smallest package, since all have the
/// same settings.
/// </summary>
public sealed class ReproducibleBuildTests
{
    private const string Package = "ClientAuth.Protocol";

    // Portable PDB format, 'Embedded Source'.
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Fact]
    public async Task Two_folders_make_the_same_package_byte_for_byte_which_names_neither_and_brings_its_sources()
    {
        Assert.SkipUnless(
            RequiredTools.AllPromised,
            $"It builds for the release; .ci/run does it, and {RequiredTools.Variable}=all."
        );
        var folder = Directory.CreateTempSubdirectory("release-");
        try
        {
            var one = await PackAsync(folder.CreateSubdirectory("one"));
            var other = await PackAsync(folder.CreateSubdirectory("other folder"));

            foreach (var extension in new[] { "nupkg", "snupkg" })
            {
                Assert.Equal(File.ReadAllBytes(Packed(one, extension)), File.ReadAllBytes(Packed(other, extension)));
            }

            CheckAssembly(await EntryAsync(one, "nupkg", $"lib/net10.0/{Package}.dll"));
            CheckSymbols(await EntryAsync(one, "snupkg", $"lib/net10.0/{Package}.pdb"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // From sources that are copied there, as a clone has them.
    private static async Task<DirectoryInfo> PackAsync(DirectoryInfo root)
    {
        Copy(Checkout.Root, root);
        Copy(Checkout.Lib, root.CreateSubdirectory("lib"));
        var project = root.CreateSubdirectory(Path.Combine("lib", Package));
        Copy(Path.Combine(Checkout.Lib, Package), project);
        foreach (var sources in new DirectoryInfo(Path.Combine(Checkout.Lib, Package)).EnumerateDirectories())
        {
            Copy(sources.FullName, project.CreateSubdirectory(sources.Name));
        }

        var packed = root.CreateSubdirectory("packed");
        var run = await Commands.RunAsync(
            root.FullName,
            Commands.DotNet,
            ["pack", project.FullName, "-p:RunAnalyzers=false", "--output", packed.FullName]
        );
        run.Succeeded();
        return packed;
    }

    private static void Copy(string from, DirectoryInfo to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to.FullName, Path.GetFileName(file)));
        }
    }

    private static string Packed(DirectoryInfo folder, string extension) =>
        Path.Combine(folder.FullName, $"{Package}.{Checkout.Version}.{extension}");

    private static void CheckAssembly(MemoryStream assembly)
    {
        using var reader = new PEReader(assembly);
        var entries = reader.ReadDebugDirectory();
        var symbols = entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);

        Assert.Contains(entries, entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        Assert.StartsWith("/_/", reader.ReadCodeViewDebugDirectoryData(symbols).Path, StringComparison.Ordinal);
    }

    private static void CheckSymbols(MemoryStream symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var documents = reader.Documents.ToList();

        Assert.NotEmpty(documents);
        Assert.All(
            documents,
            document =>
            {
                Assert.StartsWith("/_/", reader.GetString(reader.GetDocument(document).Name), StringComparison.Ordinal);
                Assert.Contains(
                    reader.GetCustomDebugInformation(document).Select(reader.GetCustomDebugInformation),
                    information => reader.GetGuid(information.Kind) == EmbeddedSource
                );
            }
        );
    }

    private static async Task<MemoryStream> EntryAsync(DirectoryInfo folder, string extension, string name)
    {
        await using var archive = await ZipFile.OpenReadAsync(
            Packed(folder, extension),
            TestContext.Current.CancellationToken
        );
        await using var entry = await archive.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken);
        var content = new MemoryStream();
        await entry.CopyToAsync(content, TestContext.Current.CancellationToken);
        content.Position = 0;
        return content;
    }
}
