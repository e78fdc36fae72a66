using System.Text.Json;
using ClientAuth.Credentials.Files;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone.Manifests;

/// <summary>
/// Where the manifest is to be, and what a run that was killed has left there. Nothing is touched before the server listens, so that a
/// start that fails leaves everything as it was.
/// </summary>
internal sealed class ManifestPlace
{
    // A manifest with a thousand clients is smaller.
    private const int LargestManifest = 4 * 1024 * 1024;

    // Another start may be looking at the same lock, or removing the same folder.
    private const int Looks = 5;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly byte[]? _stale;

    private ManifestPlace(string path, byte[]? stale)
    {
        Path = path;
        _stale = stale;
    }

    public string Path { get; }

    /// <summary>In a folder that has just been made.</summary>
    public static ManifestPlace In(KeyFolder folder) => new(folder.File("manifest.json"), null);

    /// <summary>Refuses a path that cannot become a manifest, or holds what is not ours: another file, or the manifest of a server that runs.</summary>
    public static async Task<ManifestPlace> CheckAsync(string path, TimeProvider clock, CancellationToken stop)
    {
        if (SpecialFile.IsAt(path))
        {
            throw StartFailure.Usage(
                $"The manifest '{path}' is a pipe or a device, which could not be removed with the keys; name a file."
            );
        }

        if (new FileInfo(path).LinkTarget is { } target)
        {
            throw StartFailure.Usage(
                System.IO.Path.Exists(System.IO.Path.GetFullPath(target, System.IO.Path.GetDirectoryName(path)!))
                    ? $"The manifest '{path}' is a link to '{target}'; name the file itself."
                    : $"The manifest '{path}' is a link to '{target}', which does not exist; name the file itself."
            );
        }

        if (Directory.Exists(path))
        {
            throw StartFailure.Usage($"The manifest '{path}' is a folder; name a file.");
        }

        if (!Directory.Exists(System.IO.Path.GetDirectoryName(path)))
        {
            throw StartFailure.Usage(
                $"The manifest '{path}' cannot be written: its folder does not exist. Make it first."
            );
        }

        return new ManifestPlace(path, File.Exists(path) ? await ReadStaleAsync(path, clock, stop) : null);
    }

    /// <summary>Removes what a killed run left, if it still is what was found; what another server has written since stays.</summary>
    public void Clear()
    {
        if (_stale is null)
        {
            return;
        }

        // Moved first and looked at then: of two servers that begin at once, one gets it.
        var aside = $"{Path}.{System.IO.Path.GetRandomFileName()}";
        try
        {
            File.Move(Path, aside);
        }
        catch (FileNotFoundException)
        {
            return;
        }

        if (File.ReadAllBytes(aside).AsSpan().SequenceEqual(_stale))
        {
            File.Delete(aside);
        }
        else
        {
            File.Move(aside, Path);
        }
    }

    private static async Task<byte[]> ReadStaleAsync(string path, TimeProvider clock, CancellationToken stop)
    {
        var (content, found) = Read(path);
        var folder = System.IO.Path.GetDirectoryName(found.CaCertificate) ?? "";
        for (var look = 1; !KeyFolder.IsAbandoned(folder); look++)
        {
            if (look == Looks)
            {
                throw StartFailure.Usage(
                    $"The manifest '{path}' belongs to the server {found.Issuer}, which may still be running; "
                        + "name another one, or end that server and remove the file."
                );
            }

            await Task.Delay(BetweenLooks, clock, stop);
        }

        return content;
    }

    private static (byte[] Content, Manifest Manifest) Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length <= LargestManifest)
            {
                var content = File.ReadAllBytes(path);
                if (JsonSerializer.Deserialize(content, ManifestJson.Default.Manifest) is { } manifest)
                {
                    return (content, manifest);
                }
            }
        }
        catch (JsonException) { } // It is said below.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Machine($"The manifest '{path}' is there, and cannot be read: {e.Message}", e);
        }

        throw StartFailure.Usage(
            $"The manifest '{path}' would replace a file that is no manifest; name another one or remove it."
        );
    }
}
