using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone;

/// <summary>Which files and folders a run reads and writes, as absolute paths.</summary>
/// <param name="Clients">File of the registered clients.</param>
/// <param name="Templates">File of the client templates; null for none.</param>
/// <param name="Manifest">Where the manifest is to be; null puts it into the run's own folder.</param>
/// <param name="Credentials">The folder below which the run makes its own.</param>
internal sealed record Places(string Clients, string? Templates, string? Manifest, string Credentials)
{
    /// <summary>File of the certificates that are trusted for the hosts of <c>jwks_uri</c>; null for none.</summary>
    public string? JwksUriAuthorities { get; init; }

    /// <summary>File of the issuer's signing key; null for a key of this run.</summary>
    public string? SigningKey { get; init; }

    /// <param name="arguments">What the command line names.</param>
    /// <param name="keysVariable">The value of <see cref="KeyParent.Variable"/>; null or empty where it is not set.</param>
    /// <param name="defaults">What is read where nothing is named; null where there is nothing of the kind.</param>
    public static Places For(StandaloneArguments arguments, string? keysVariable, DefaultFiles? defaults)
    {
        var clients = Absolute("--clients", arguments.Clients);
        var manifest = Absolute("--manifest", arguments.Manifest);
        return new Places(
            clients ?? defaults?.Clients ?? throw Outside("--clients"),
            // These templates name these clients.
            Absolute("--templates", arguments.Templates) ?? (clients is null ? defaults?.Templates : null),
            manifest,
            Absolute("--keys", arguments.Keys, "folder")
                ?? OfEnvironment(keysVariable)
                ?? (defaults?.Certificates is { } certificates ? KeyParent.InsteadOf(certificates) : null)
                ?? Path.GetDirectoryName(manifest)
                ?? KeyParent.InsteadOf(KeyParent.UsersOwn ?? Path.GetTempPath())
        )
        {
            JwksUriAuthorities = Absolute(PolicySyntax.JwksUriAuthoritiesOption, arguments.JwksUriAuthorities),
            SigningKey = Absolute(NodeSyntax.SigningKeyOption, arguments.SigningKey),
        };
    }

    private static string? OfEnvironment(string? keysVariable)
    {
        try
        {
            return KeyParent.Named(keysVariable);
        }
        catch (IOException problem)
        {
            throw StartFailure.Usage(problem.Message, problem);
        }
    }

    private static string? Absolute(string option, string? path, string what = "file") =>
        path switch
        {
            null => null,
            "" => throw StartFailure.Usage($"{option} is empty; name a {what}. Try --help."),
            _ => Path.GetFullPath(path),
        };

    private static StartFailure Outside(string option) =>
        StartFailure.Usage($"{option} is missing; it has no default outside a clone of the project. Try --help.");
}
