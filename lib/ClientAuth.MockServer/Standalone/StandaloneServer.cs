using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Credentials.Files;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Files;
using ClientAuth.MockServer.Standalone.Manifests;
using ClientAuth.MockServer.Standalone.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone;

/// <summary>One run of the server alone: make what it needs, start it, say where it is, wait, and remove what was made.</summary>
internal sealed class StandaloneServer(TimeProvider clock, TextWriter output, TextWriter error)
{
    // 10.0.2.2 is how the Android emulator calls the machine that it runs on.
    private static readonly string[] Names = ["localhost", "127.0.0.1", "::1", "10.0.2.2"];

    /// <summary>Runs until <paramref name="stop"/> is cancelled.</summary>
    /// <exception cref="StartFailure">It does not start, and leaves nothing behind.</exception>
    public async Task RunAsync(StandaloneArguments arguments, CancellationToken stop)
    {
        var places = Places.For(
            arguments,
            Environment.GetEnvironmentVariable(KeyParent.Variable),
            DefaultFiles.Find(AppContext.BaseDirectory)
        );
        var manifestPlace = places.Manifest is { } path ? await ManifestPlace.CheckAsync(path, clock, stop) : null;
        var files = new InputFile(clock, stop);
        var templates = await TemplatesAsync(places, files);
        var keySets = await KeySetsAsync(arguments, places, files);
        // The clock of certificates stays the machine's: what is moved is what the server judges by.
        var movable = new LabClock(clock);
        await using var node = await Node.OpenAsync(arguments, places.SigningKey, files, movable, stop);
        using var authority = LabAuthority.Create(clock);
        using var roster = await ClientRoster.ProvisionAsync(
            places.Clients,
            files,
            authority,
            clock,
            isNode: node.State is not null
        );
        using var certificate = authority.Issue(CertificateProfile.Server([.. Names.Union([arguments.Host])]));
        var options = new AuthorizationServerOptions
        {
            ServerCertificate = certificate,
            Certificates = new() { ClientAuthorities = [authority.Certificate] },
            Clients = [.. roster.Clients.Select(client => client.Registration)],
            Registration = new()
            {
                ClientTemplates = templates,
                AcceptUnknownSoftwareIds = arguments.AcceptUnknownSoftwareIds,
            },
            Assertions = new()
            {
                AudiencePolicy = arguments.AudiencePolicy,
                MaximumAssertionLifetime = arguments.AssertionLifetime,
            },
            KeySets = keySets,
            Clock = movable,
            ClockSkew = arguments.ClockSkew,
            Port = arguments.Port,
            MtlsPort = arguments.MtlsPort,
            HostName = arguments.Host,
            Issuer = arguments.Issuer,
            Keys = new() { SigningKey = node.SigningKey },
            SharedState = node.State,
            LabEndpoints = arguments.Lab ? new(NewClientSecret.Generate(), movable.Move) : null,
        };
        await using var server = await ServerStart.StartAsync(options, places, stop);

        var leftBehind = AbandonedKeyFolders.RemoveBelow(places.Credentials);
        using var folder = RunFolder.CreateBelow(places.Credentials);
        var manifest = ManifestContent.Of(server.Metadata, authority, roster.Clients, options, folder);
        using var file = ManifestFile.Write(manifestPlace ?? ManifestPlace.In(folder), manifest);
        Announcement.Write(output, manifest, file, folder, leftBehind, arguments.Redis);
        await new RefusalHints(error, options, server.Metadata).WatchAsync(server.Exchanges, stop);
    }

    private static async Task<IReadOnlyList<ClientTemplate>> TemplatesAsync(Places places, InputFile files) =>
        places.Templates is { } path ? await files.ReadAsync("templates", path, ClientTemplatesFile.Read) : [];

    private static async Task<KeySetOptions> KeySetsAsync(
        StandaloneArguments arguments,
        Places places,
        InputFile files
    ) =>
        (arguments.JwksUriOrigins, places.JwksUriAuthorities) switch
        {
            ([], null) => new(),
            (_, null) => throw StartFailure.Usage(
                $"{PolicySyntax.JwksUriOriginOption} needs {PolicySyntax.JwksUriAuthoritiesOption}: a server that trusts no authority "
                    + "fetches no keys. Try --help."
            ),
            var (origins, path) => new()
            {
                JwksUriOrigins = origins,
                JwksUriAuthorities = await files.ReadAsync("CA", path, AuthoritiesFile.Read),
            },
        };
}
