using System.Xml.Linq;
using Packages.Tests.Processes;

namespace Packages.Tests;

/// <summary>A folder outside of the checkout whose projects know the packed files, and keep what they restore to themselves.</summary>
internal sealed class EmptyFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("without-checkout-");

    public string Path => _folder.FullName;

    /// <summary>What projects in this folder have restored.</summary>
    public string Packages => File("packages");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string content) => System.IO.File.WriteAllText(File(name), content);

    /// <summary>
    /// Adds the packed files to the sources of this machine. Restored packages go into a new folder, so that no older package of the same
    /// version is taken; what the machine has already of others is not downloaded again.
    /// </summary>
    public async Task AddSourceAsync(DirectoryInfo packed)
    {
        var machine = await Commands.RunAsync(
            Path,
            Commands.DotNet,
            "nuget",
            "locals",
            "global-packages",
            "--list",
            "--force-english-output"
        );
        var there = machine.Succeeded().Output.Split("global-packages:")[1].Trim();
        new XElement(
            "configuration",
            new XElement("packageSources", Add("packed", packed.FullName)),
            new XElement("fallbackPackageFolders", Add("machine", there)),
            new XElement("config", Add("globalPackagesFolder", Packages))
        ).Save(File("NuGet.config"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static XElement Add(string key, string value) =>
        new("add", new XAttribute("key", key), new XAttribute("value", value));
}
