using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotebookEngine.Installation.Checks;

/// <summary>What is installed in VS Code, and in the part of it that runs beside a remote checkout.</summary>
/// <param name="Folders">The folders of extensions that exist.</param>
/// <param name="Ids">The extensions, as <c>publisher.name</c> in lower case.</param>
internal sealed partial record VsCodeExtensions(IReadOnlyList<string> Folders, IReadOnlySet<string> Ids)
{
    private static readonly string[] Editions =
    [
        ".vscode",
        ".vscode-insiders",
        ".vscode-oss",
        ".vscode-server",
        ".vscode-server-insiders",
        ".vscode-remote",
    ];

    internal static VsCodeExtensions Of(Machine machine)
    {
        IEnumerable<string?> candidates =
        [
            machine.Folder("VSCODE_EXTENSIONS"),
            .. machine.Home is "" ? [] : Editions.Select(edition => machine.BelowHome(edition, "extensions")),
        ];
        List<string> folders = [.. candidates.OfType<string>().Where(Directory.Exists)];
        return new VsCodeExtensions(folders, folders.SelectMany(IdsIn).ToHashSet());
    }

    private static IEnumerable<string> IdsIn(string folder)
    {
        var obsolete = Obsolete(folder);
        return Directory
            .EnumerateDirectories(folder)
            .Select(path => Path.GetFileName(path))
            .Where(name => !obsolete.Contains(name))
            .Select(name => InstalledName.Match(name))
            .Where(match => match.Success)
            .Select(match => match.Groups["id"].Value.ToLowerInvariant());
    }

    // The folder of an extension that was removed stays until VS Code starts again; this file names it.
    private static HashSet<string> Obsolete(string folder)
    {
        try
        {
            var path = Path.Combine(folder, ".obsolete");
            if (!File.Exists(path))
            {
                return [];
            }

            using var names = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. names.RootElement.EnumerateObject().Select(entry => entry.Name)];
        }
        catch (Exception problem) when (problem is IOException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"\A(?<id>[^.]+\..+?)-\d+\.\d+")]
    private static partial Regex InstalledName { get; }
}
