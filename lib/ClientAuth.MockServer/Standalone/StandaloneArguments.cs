namespace ClientAuth.MockServer.Standalone;

/// <summary>What the command line asks for.</summary>
/// <param name="Manifest">Where the manifest is to be; null puts it into the run's own folder.</param>
/// <param name="Port">Port of the main listener; 0 takes a free one.</param>
/// <param name="Clients">File of the registered clients; null takes that of the checkout.</param>
/// <param name="Templates">File of the client templates; null takes that of the checkout, unless the clients are others.</param>
/// <param name="Lab">Whether the lab's endpoints are to be there.</param>
/// <param name="EndsWithInput">Whether the end of standard input ends the run.</param>
internal sealed record StandaloneArguments(
    string? Manifest,
    int Port,
    string? Clients,
    string? Templates,
    bool Lab,
    bool EndsWithInput
);
