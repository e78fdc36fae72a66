using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Standalone;

/// <summary>One run of the server alone: make what it needs, start it, say where it is, wait, and remove what was made.</summary>
internal sealed class StandaloneServer(TimeProvider clock, TextWriter output)
{
    // 10.0.2.2 is how the Android emulator calls the machine that it runs on.
    private static readonly CertificateProfile ServerProfile = CertificateProfile.Server(
        "localhost",
        "127.0.0.1",
        "::1",
        "10.0.2.2"
    );

    /// <summary>Runs until <paramref name="stop"/> is cancelled.</summary>
    /// <exception cref="StartFailure">It does not start, and leaves nothing behind.</exception>
    public async Task RunAsync(StandaloneArguments arguments, CancellationToken stop)
    {
        var places = Places.For(arguments, Checkout.FindAbove(AppContext.BaseDirectory));
        ManifestFile.MakeRoom(places.Manifest);
        using var authority = LabAuthority.Create(clock);
        using var roster = ClientRoster.Provision(places.Clients, authority, clock);
        using var certificate = authority.Issue(ServerProfile);
        // The clock of certificates stays the machine's: what is moved is what the server judges by.
        var movable = new LabClock(clock);
        var lab = arguments.Lab ? new LabEndpoints(NewClientSecret.Generate(), movable.Move) : null;
        var options = new AuthorizationServerOptions
        {
            ServerCertificate = certificate,
            Certificates = new() { ClientAuthorities = [authority.Certificate] },
            Clients = [.. roster.Clients.Select(client => client.Registration)],
            Registration = new()
            {
                ClientTemplates = places.Templates is { } templates
                    ? InputFile.Read("templates", templates, ClientTemplatesFile.Read)
                    : [],
            },
            Clock = movable,
            Port = arguments.Port,
            LabEndpoints = lab,
        };
        await using var server = await ServerStart.StartAsync(options, places, stop);

        var leftBehind = AbandonedKeyFolders.RemoveBelow(places.Credentials);
        using var folder = RunFolder.CreateBelow(places.Credentials);
        var manifest = ManifestContent.Of(
            server.Metadata,
            authority,
            roster,
            options.Registration.ClientTemplates,
            folder,
            lab
        );
        using var file = ManifestFile.Write(places.Manifest ?? folder.File("manifest.json"), manifest);
        Announcement.Write(output, manifest, file, folder, leftBehind);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
