using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Lab;
using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Manifests;

namespace ClientAuth.MockServer.Standalone;

/// <summary>What the program prints once it listens: where everything is, and one command to begin with. Never a secret.</summary>
internal static class Announcement
{
    /// <summary>The last line; after it the server takes requests and the manifest is there.</summary>
    public const string LastLine = "Ctrl+C ends the server and removes the manifest and the keys.";

    /// <exception cref="StartFailure">Nobody would see it: standard output is full or closed.</exception>
    public static void Write(
        TextWriter output,
        Manifest manifest,
        ManifestFile file,
        KeyFolder folder,
        IReadOnlyList<string> leftBehind,
        RedisAddress? redis = null
    )
    {
        try
        {
            WriteLines(output, manifest, file, folder, leftBehind, redis);
            output.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Machine($"Where the server is cannot be written to standard output: {e.Message}", e);
        }
    }

    private static void WriteLines(
        TextWriter output,
        Manifest manifest,
        ManifestFile file,
        KeyFolder folder,
        IReadOnlyList<string> leftBehind,
        RedisAddress? redis
    )
    {
        output.WriteLine($"Authorization server: {manifest.Issuer}");
        output.WriteLine($"Metadata:             {manifest.Metadata}");
        output.WriteLine($"Manifest:             {file}");
        output.WriteLine($"Keys and secrets:     {folder}");
        foreach (var keys in leftBehind)
        {
            output.WriteLine($"Left behind:          {keys}");
        }

        if (redis is not null)
        {
            output.WriteLine($"Shared with nodes at: Redis, {redis}");
        }

        if (manifest.Lab is not null)
        {
            output.WriteLine(
                $"Lab endpoints:        {ManifestContent.Origin(manifest.TokenEndpoint)}{LabPaths.All} (their token is in the manifest)"
            );
        }

        output.WriteLine();
        if (CurlExample.For(manifest, OperatingSystem.IsWindows()) is { } example)
        {
            output.WriteLine($"A token for {example.Client.ClientId} ({example.Client.TokenEndpointAuthMethod}):");
            output.WriteLine();
            output.WriteLine(example.Command);
            output.WriteLine();
        }

        output.WriteLine(LastLine);
    }
}
