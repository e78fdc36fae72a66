using System.IO.Compression;
using System.Xml.Linq;
using Packages.Tests.Processes;

[assembly: AssemblyFixture(typeof(Packages.Tests.PackedFiles))]

namespace Packages.Tests;

/// <summary>
/// What <c>dotnet pack</c> makes in the root of the checkout, from what is built already, in a folder of its own. It is made for the first
/// test that wants it.
/// </summary>
public sealed class PackedFiles : IAsyncDisposable
{
    private readonly Lazy<Task<DirectoryInfo>> _folder = new(PackAsync);

    /// <summary>Skips the test in a plain <c>dotnet test</c>, and gives the folder otherwise.</summary>
    internal Task<DirectoryInfo> FolderAsync()
    {
        Assert.SkipUnless(
            RequiredTools.AllPromised,
            $"It packs, restores and builds, for half a minute of processor time; .ci/run does it, and {RequiredTools.Variable}=all."
        );
        return _folder.Value;
    }

    /// <summary>The packed file of a project.</summary>
    /// <param name="id">The package's name, which is the project's.</param>
    /// <param name="extension">Without it the package, <c>snupkg</c> for its symbols.</param>
    internal async Task<FileInfo> FileAsync(string id, string extension = "nupkg") =>
        new(Path.Combine((await FolderAsync()).FullName, $"{id}.{Checkout.Version}.{extension}"));

    /// <summary>The names in a packed file.</summary>
    internal static IReadOnlyList<string> Entries(FileInfo package)
    {
        using var archive = ZipFile.OpenRead(package.FullName);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>What a package says about itself, without its namespace.</summary>
    internal static XElement Metadata(FileInfo package)
    {
        using var archive = ZipFile.OpenRead(package.FullName);
        var manifest = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using var text = manifest.Open();
        var document = XElement.Load(text);
        foreach (var element in document.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return document.Element("metadata")!;
    }

    public async ValueTask DisposeAsync()
    {
        // Where it failed there is no folder, and the tests have said so.
        if (_folder is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            (await _folder.Value).Delete(recursive: true);
        }
    }

    private static async Task<DirectoryInfo> PackAsync()
    {
        var folder = Directory.CreateTempSubdirectory("packages-");
        // What these tests were built as is built: artifacts/bin/Packages.Tests/debug.
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        try
        {
            var packed = await Commands.RunAsync(
                Checkout.Root,
                Commands.DotNet,
                "pack",
                "--no-build",
                "--configuration",
                configuration,
                "--output",
                folder.FullName
            );
            packed.Succeeded();
            return folder;
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }
}
