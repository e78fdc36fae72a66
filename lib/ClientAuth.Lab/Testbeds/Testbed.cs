using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Lab.Devices;
using ClientAuth.MockServer;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Testbeds;

/// <summary>
/// An authorization server and what its clients need: an authority, registered clients with their credentials, phones, a clock that can
/// be moved, and connections that trust the authority and nothing else. All of it ends with the testbed.
/// </summary>
public partial class Testbed : IAsyncDisposable
{
    private readonly TestbedConnections _connections;
    private readonly ConcurrentBag<IAsyncDisposable> _networks = [];
    private readonly KeyFiles _keyFiles = new();
    private readonly X509Certificate2 _serverCertificate;

    private protected Testbed(TestbedParts parts)
    {
        Clock = parts.Clock;
        Authority = parts.Authority;
        Server = parts.Server;
        Devices = parts.Devices;
        Clients = parts.Clients;
        Works = parts.Works;
        _serverCertificate = parts.ServerCertificate;
        ServerCertificate = X509CertificateLoader.LoadCertificate(parts.ServerCertificate.RawData);
        _connections = new TestbedConnections(Server, Authority, Clock, Works);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>The testbed's time; the server judges lifetimes by it.</summary>
    public LabClock Clock { get; }

    /// <summary>Issued the server's certificate and those of the clients. The testbed's clients trust it and no other.</summary>
    public LabAuthority Authority { get; }

    public MockAuthorizationServer Server { get; }

    /// <summary>What the server shows in every handshake, without its private key: what its operator hands to those who pin it.</summary>
    public X509Certificate2 ServerCertificate { get; }

    /// <summary>The phones of <c>data/devices.json</c>, one of each; what they store lasts as long as the testbed.</summary>
    public LabDevices Devices { get; }

    /// <summary>What the server saw and did last.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been sent yet.</exception>
    public RecordedExchange LastExchange =>
        Server.Exchanges.Last
        ?? throw new InvalidOperationException("The server has seen no request yet; send one first.");

    /// <summary>The registered clients by identifier.</summary>
    internal IReadOnlyDictionary<string, ProvisionedClient> Clients { get; }

    /// <summary>The authority and no other.</summary>
    internal ServerTrust Trust => _connections.Trust;

    private protected WorkLog Works { get; }

    /// <summary>Files with keys that an earlier testbed left and that could not be removed.</summary>
    private protected IReadOnlyList<string> KeysLeftBehind => _keyFiles.LeftBehind;

    /// <summary>
    /// Starts a server with these clients, or with those of <c>data/clients.json</c> and the templates of
    /// <c>data/client-templates.json</c>. Missing credentials are made.
    /// </summary>
    internal static Task<Testbed> StartAsync(params IReadOnlyList<ClientMetadata> clients) =>
        StartAsync(new TestbedOptions { Clients = clients });

    /// <summary>Starts a server as the options say.</summary>
    internal static async Task<Testbed> StartAsync(
        TestbedOptions options,
        CancellationToken cancellationToken = default
    ) => new(await TestbedParts.StartAsync(options, cancellationToken));

    /// <summary>A registered client, with its own half of the credential.</summary>
    /// <exception cref="ArgumentException">No such client; the message lists those there are.</exception>
    public ProvisionedClient Client(string clientId) =>
        Clients.TryGetValue(clientId, out var client)
            ? client
            : throw new ArgumentException(
                $"No client '{clientId}' is registered here; there are: {string.Join(", ", Clients.Keys)}.",
                nameof(clientId)
            );

    /// <summary>What anybody may have of a client that signs: the first of its registered keys, as a key of .NET.</summary>
    /// <exception cref="ArgumentException">There is no such client, or it has no registered key on P-256.</exception>
    public ECDsa PublicKeyOf(string clientId) =>
        Client(clientId).Registration.Jwks?.Keys is [{ Crv: "P-256" } jwk, ..]
            ? ECDsa.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = Base64Url.DecodeFromChars(jwk.X), Y = Base64Url.DecodeFromChars(jwk.Y) },
                }
            )
            : throw new ArgumentException($"'{clientId}' has no registered key on P-256.", nameof(clientId));

    /// <summary>
    /// The path for a file with a key, in a folder of this testbed, which goes with it. What a killed process left there, the next testbed
    /// removes. The folder is below <c>certs/</c>, or where this account cannot write to that, below one of the user's own.
    /// </summary>
    /// <param name="name">For example <c>my-phone.p12</c>.</param>
    /// <exception cref="ArgumentException">It names more than a file.</exception>
    /// <exception cref="IOException">No folder for keys can be made; the message says where, and what to do.</exception>
    public string KeyFile(string name) => _keyFiles.PathOf(name);

    /// <summary>Closes connections, server and authority, and forgets every key.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        _connections.Dispose();
        while (_networks.TryTake(out var network))
        {
            await network.DisposeAsync();
        }

        await Server.DisposeAsync();
        ForgetKeys();
        Devices.Dispose();
        _keyFiles.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes of a network between clients and server at the end, after the connections over it.</summary>
    private protected void Own(IAsyncDisposable network) => _networks.Add(network);

    // A kernel that is restarted ends politely, with the testbed still open. On Windows and macOS the key of each certificate lies in a
    // file of the account until the certificate is disposed of (dotnet/runtime#101090).
    private void OnProcessExit(object? sender, EventArgs e) => ForgetKeys();

    private void ForgetKeys()
    {
        foreach (var client in Clients.Values)
        {
            client.Dispose();
        }

        _serverCertificate.Dispose();
        ServerCertificate.Dispose();
        Authority.Dispose();
    }
}
