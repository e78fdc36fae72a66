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
    public async Task Release_build_is_reproducible_names_no_folder_of_the_machine_and_has_its_sources_in_the_symbols()
    {
        Assert.SkipUnless(
            RequiredTools.AllPromised,
            $"It builds for the release; .ci/run does it, and {RequiredTools.Variable}=all."
        );
        var folder = Directory.CreateTempSubdirectory("release-");
        try
        {
            string[] quick = ["--no-restore", "-p:RunAnalyzers=false", "--output", folder.FullName];
            var packed = await Commands.RunAsync(
                Checkout.Root,
                Commands.DotNet,
                ["pack", Path.Combine(Checkout.Lib, Package), .. quick]
            );
            packed.Succeeded();
            CheckAssembly(await EntryAsync(folder, "nupkg", $"lib/net10.0/{Package}.dll"));
            CheckSymbols(await EntryAsync(folder, "snupkg", $"lib/net10.0/{Package}.pdb"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

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
        var package = Path.Combine(folder.FullName, $"{Package}.{Checkout.Version}.{extension}");
        await using var archive = await ZipFile.OpenReadAsync(package, TestContext.Current.CancellationToken);
        await using var entry = await archive.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken);
        var content = new MemoryStream();
        await entry.CopyToAsync(content, TestContext.Current.CancellationToken);
        content.Position = 0;
        return content;
    }
}
