using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NotebookEngine.Language;

/// <summary>
/// Reads one member's comment out of the XML files that compilers write beside a library. The framework's lie in the SDK, if
/// there is one, under the names of its reference assemblies: a type's own assembly may be another.
/// </summary>
internal static class DocumentationFiles
{
    private static readonly string[] Packs = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    // Where all frameworks are; the packs of the SDK lie in a folder beside it.
    private static readonly string Shared = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..")
    );

    /// <param name="library">The assembly's file.</param>
    /// <param name="id">The member's documentation id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The <c>member</c> element, or null.</returns>
    internal static XElement? Read(string library, string id, CancellationToken cancellationToken)
    {
        foreach (var file in Candidates(library, id))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ReadMember(file, id) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    private static IEnumerable<string> Candidates(string library, string id)
    {
        var beside = Path.ChangeExtension(library, ".xml");
        if (File.Exists(beside))
        {
            return [beside];
        }

        // A type's namespace often is its reference assembly's name, or begins with it.
        return library.StartsWith(Shared, StringComparison.Ordinal)
            ? ReferencePacks()
                .SelectMany(pack => Directory.EnumerateFiles(pack, "*.xml"))
                .DistinctBy(Path.GetFileName)
                .OrderByDescending(file => Likelihood(Path.GetFileNameWithoutExtension(file), library, id))
            : [];
    }

    private static int Likelihood(string name, string library, string id) =>
        id.AsSpan(2).StartsWith($"{name}.") ? name.Length
        : name is "System.Runtime" || name == Path.GetFileNameWithoutExtension(library) ? 1
        : 0;

    private static IEnumerable<string> ReferencePacks()
    {
        var version = Environment.Version;
        return Packs
            .Select(pack => new DirectoryInfo(Path.Combine(Shared, "..", "packs", pack)))
            .Where(pack => pack.Exists)
            .SelectMany(pack =>
                pack.EnumerateDirectories($"{version.Major}.{version.Minor}.*")
                    .OrderByDescending(folder => Version.TryParse(folder.Name, out var found) ? found : null)
                    .Take(1)
            )
            .Select(pack => Path.Combine(pack.FullName, "ref", $"net{version.Major}.{version.Minor}"))
            .Where(Directory.Exists);
    }

    // Found by its bytes: the largest file has seven million of them, and one of its members is wanted.
    private static XElement? ReadMember(string file, string id)
    {
        var bytes = Bytes(file).AsSpan();
        var start = bytes.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\""));
        if (start < 0)
        {
            return null;
        }

        var rest = bytes[start..];
        var end = rest.IndexOf("</member>"u8);
        try
        {
            return end < 0
                ? null
                : XElement.Parse(Encoding.UTF8.GetString(rest[..end]) + "</member>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // A build may be writing it at this moment.
    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
