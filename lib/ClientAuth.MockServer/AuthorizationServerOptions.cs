using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer;

/// <summary>
/// Everything a server is made of. What is not given here, it does not have: no file, no store, no clock of its own. What belongs to one
/// subject is in a record of its own; <c>lib/README.md</c> lists them with their defaults.
/// </summary>
public sealed record AuthorizationServerOptions
{
    private const int LastPort = 65535;

    /// <summary>The certificate of both listeners, valid for <c>localhost</c>, with its private key.</summary>
    public required X509Certificate2 ServerCertificate { get; init; }

    /// <summary>The registered clients. Each has what its method needs; otherwise the server does not start.</summary>
    public required IReadOnlyList<ClientMetadata> Clients { get; init; }

    /// <summary>The clock that lifetimes are judged by, and certificates too. Durations come from the monotonic clock instead.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>How far the clocks of client and server may differ. Ten seconds by default: FAPI 2.0 §5.3.2.1 asks for at least that.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Port of the main listener; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Port of the listener that asks for client certificates, another than the main one; 0 takes a free one.</summary>
    public int MtlsPort { get; init; }

    /// <summary>
    /// The name in the addresses that the server publishes, a name or an IP address that its certificate is valid for. It listens on
    /// loopback, whatever its name; a client may also come by any other name of the certificate.
    /// </summary>
    public string HostName { get; init; } = "localhost";

    /// <summary>The identifier that the server goes by, where it is not the origin of its main listener: for two servers that are one.</summary>
    public string? Issuer { get; init; }

    /// <summary>
    /// Remembers what is good once and has been used; a cache of its own where it is left out. Servers of one issuer in one process can
    /// share it, and nothing else; <see cref="SharedState"/> shares everything.
    /// </summary>
    public ReplayCache? ReplayCache { get; init; }

    /// <summary>
    /// What the servers of one issuer share: used assertions, proofs and challenges, revoked tokens, pushed requests, clients that
    /// registered themselves, App Attest keys. They need one <see cref="Issuer"/> and one <see cref="KeyOptions.SigningKey"/>, from which
    /// the keys of nonces and of what is stored are derived. Left out, the server is alone and keeps it in memory.
    /// </summary>
    public ISharedState? SharedState { get; init; }

    /// <summary>Its own signing key, and how strong those of others must be.</summary>
    public KeyOptions Keys { get; init; } = new();

    /// <summary>How client secrets are taken, kept and guarded against guessing.</summary>
    public SecretOptions Secrets { get; init; } = new();

    /// <summary>What a JWT client assertion must be.</summary>
    public AssertionOptions Assertions { get; init; } = new();

    /// <summary>Which client certificates are believed, and who may forward them.</summary>
    public CertificateOptions Certificates { get; init; } = new();

    /// <summary>Whence the key sets of clients are fetched.</summary>
    public KeySetOptions KeySets { get; init; } = new();

    /// <summary>Who may register clients, and as what.</summary>
    public RegistrationOptions Registration { get; init; } = new();

    /// <summary>Which client attestations are believed.</summary>
    public AttestationOptions Attestation { get; init; } = new();

    /// <summary>Which apps may attest themselves by their platform.</summary>
    public AppOptions Apps { get; init; } = new();

    /// <summary>What proves possession of a key: DPoP proofs, and those of attested clients.</summary>
    public ProofOptions Proofs { get; init; } = new();

    /// <summary>How long access tokens are good, and who may ask about them.</summary>
    public TokenOptions Tokens { get; init; } = new();

    /// <summary>How large requests may be, and how much is kept of them.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>Endpoints that let another process script faults, read traces and move the clock; none by default.</summary>
    public LabEndpoints? LabEndpoints { get; init; }

    /// <summary>
    /// <b>Never on a server that anybody relies on.</b> Defences that it goes without, so that a lesson or a test can show the attack that
    /// each of them stops: see <see cref="Defence"/>. Every check concerned says in its trace that it looked away. None by default; the
    /// server that runs alone refuses to start without one.
    /// </summary>
    public IReadOnlyList<Defence> SwitchedOff { get; init; } = [];

    /// <summary>Whether exchanges are recorded; without it, a measurement shows what recording costs.</summary>
    internal bool RecordsExchanges { get; init; } = true;

    /// <summary>Makes the trace of each request.</summary>
    internal Func<CheckTrace> NewTrace { get; init; } = CheckTrace.New;

    /// <summary>
    /// Whether the values make a server. A mistake is found at the start, and not in the first request: here, or in what reads the keys,
    /// templates and lists that were given.
    /// </summary>
    /// <exception cref="InvalidOptionException">An option is out of its range or contradicts another; the message names it.</exception>
    internal void Check()
    {
        if (!ServerCertificate.HasPrivateKey)
        {
            throw new InvalidOptionException(
                nameof(ServerCertificate),
                "ServerCertificate has no private key; TLS needs it."
            );
        }

        InvalidOptionException.ThrowUnlessWithin(Port, 0, LastPort);
        InvalidOptionException.ThrowUnlessWithin(MtlsPort, 0, LastPort);
        if (MtlsPort != 0 && MtlsPort == Port)
        {
            throw new InvalidOptionException(
                nameof(MtlsPort),
                $"MtlsPort is {MtlsPort}, as Port is; only one of the two listeners asks for a client certificate, so each needs its own."
            );
        }

        if (Uri.CheckHostName(HostName) is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6))
        {
            throw new InvalidOptionException(
                nameof(HostName),
                $"HostName is '{HostName}'; it must be a host name or an IP address, without scheme and port."
            );
        }

        if (SharedState is not null && Issuer is null)
        {
            throw new InvalidOptionException(
                nameof(Issuer),
                "Issuer is missing: servers that share state are one issuer."
            );
        }

        if (SharedState is not null && ReplayCache is not null)
        {
            throw new InvalidOptionException(
                nameof(ReplayCache),
                "ReplayCache is given beside SharedState, which remembers what was used; leave one of them out."
            );
        }

        InvalidOptionException.ThrowUnlessSkew(ClockSkew);
        Keys.Check();
        Secrets.Check();
        Assertions.Check();
        Certificates.Check();
        KeySets.Check();
        Attestation.Check();
        Apps.Check(Clients);
        Proofs.Check();
        Tokens.Check(Clients);
        Limits.Check();
    }
}
