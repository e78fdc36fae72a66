using System.IO.Compression;
using System.Text;

namespace ClientAuth.Lab.Devices;

/// <summary>
/// An app as anybody can download it: a zip archive, as an APK or IPA is, with the same compiled code in every install and something
/// that tells the installs apart. It shows what is left of a secret that was compiled in.
/// </summary>
public static class AppPackage
{
    // Reproducible builds give every entry the same time; the earliest that a zip archive can hold.
    private static readonly DateTimeOffset EveryBuild = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Compiled code keeps string constants as they are, between bytes that mean something else.
    private static ReadOnlySpan<byte> CompiledBefore => "dex\n039\0\0\x12\x34Lcom/example/app/Config;\0"u8;

    private static ReadOnlySpan<byte> CompiledAfter => "\0\x0e\0onCreate\0tokenEndpoint\0\x7f"u8;

    /// <summary>The package of one install.</summary>
    public static byte[] Build(string installId, string compiledIn)
    {
        using var package = new MemoryStream();
        using (var archive = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "META-INF/install", Encoding.UTF8.GetBytes(installId));
            Write(archive, "classes.dex", [.. CompiledBefore, .. Encoding.UTF8.GetBytes(compiledIn), .. CompiledAfter]);
        }

        return package.ToArray();
    }

    /// <summary>The files inside, as bytes.</summary>
    public static IReadOnlyList<byte[]> Unzip(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(Read)];
    }

    private static void Write(ZipArchive archive, string name, ReadOnlySpan<byte> content)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = EveryBuild;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
