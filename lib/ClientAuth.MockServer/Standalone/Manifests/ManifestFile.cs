using System.Text.Json;
using ClientAuth.Credentials.Files;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone.Manifests;

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

    /// <summary>Writes the manifest, which appears whole, in place of the one that a killed run left.</summary>
    public static ManifestFile Write(ManifestPlace place, Manifest manifest)
    {
        byte[] content = [.. JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.Manifest), (byte)'\n'];
        try
        {
            place.Clear();
            OwnerOnlyFile.WriteOnce(place.Path, content);
        }
        catch (IOException e) when (File.Exists(place.Path))
        {
            throw StartFailure.Usage(
                $"The manifest '{place.Path}' has just been written by another program; name another one.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Machine($"The manifest '{place.Path}' cannot be written: {e.Message}", e);
        }

        return new ManifestFile(place.Path, content);
    }

    public override string ToString() => _path;

    // Somebody may have put something else here since.
    public void Dispose()
    {
        if (File.Exists(_path) && !SpecialFile.IsAt(_path) && File.ReadAllBytes(_path).AsSpan().SequenceEqual(_content))
        {
            File.Delete(_path);
        }
    }
}
