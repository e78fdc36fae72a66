using System.Text.Json;
using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.MockServer.Standalone;

/// <summary>
/// The manifest on disk. It is there exactly as long as the server listens, so whoever waits for the file can start at once.
/// </summary>
internal sealed class ManifestFile : IDisposable
{
    private readonly string _path;
    private readonly byte[] _content;

    private ManifestFile(string path, byte[] content)
    {
        _path = path;
        _content = content;
    }

    /// <summary>Refuses a path that cannot become a manifest, and removes what a run left there that was killed.</summary>
    public static void MakeRoom(string? path)
    {
        if (path is null)
        {
            return;
        }

        if (Directory.Exists(path))
        {
            throw StartFailure.Usage($"The manifest '{path}' is a folder; name a file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw StartFailure.Usage(
                $"The manifest '{path}' cannot be written: its folder does not exist. Make it first."
            );
        }

        if (!File.Exists(path))
        {
            return;
        }

        if (!IsManifest(path))
        {
            throw StartFailure.Usage(
                $"The manifest '{path}' would replace a file that is no manifest; name another one or remove it."
            );
        }

        File.Delete(path);
    }

    /// <summary>Writes the manifest, which appears whole.</summary>
    public static ManifestFile Write(string path, Manifest manifest)
    {
        byte[] content = [.. JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.Manifest), (byte)'\n'];
        try
        {
            OwnerOnlyFile.Write(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Machine($"The manifest '{path}' cannot be written: {e.Message}", e);
        }

        return new ManifestFile(path, content);
    }

    public override string ToString() => _path;

    // A later server may have written its own manifest here.
    public void Dispose()
    {
        if (File.Exists(_path) && File.ReadAllBytes(_path).AsSpan().SequenceEqual(_content))
        {
            File.Delete(_path);
        }
    }

    private static bool IsManifest(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJson.Default.Manifest) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
