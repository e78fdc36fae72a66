using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer;

/// <summary>Everything a server is made of. What is not given here, it does not have: no file, no store, no clock of its own.</summary>
public sealed record AuthorizationServerOptions
{
    /// <summary>The certificate of both listeners, valid for <c>localhost</c>, with its private key.</summary>
    public required X509Certificate2 ServerCertificate { get; init; }

    /// <summary>The registered clients. Each has what its method needs; otherwise the server does not start.</summary>
    public required IReadOnlyList<ClientMetadata> Clients { get; init; }

    /// <summary>The clock that lifetimes are judged by, and certificates too. Durations come from the monotonic clock instead.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Trust anchors for <c>tls_client_auth</c>; the machine's own store is never asked. An authority below a root may be one.</summary>
    public X509Certificate2Collection ClientAuthorities { get; init; } = [];

    /// <summary>Most certificates of a path, the client's own and the trust anchor included; five by default.</summary>
    public int MaximumCertificatePathLength { get; init; } = 5;

    /// <summary>
    /// Revocation lists in DER (RFC 5280 §5). Without any, nothing is asked about revocation. With one, every authority of a path
    /// needs a list of its own, signed and in force by <see cref="Clock"/>: a stale or missing list refuses. None is ever fetched.
    /// </summary>
    public IReadOnlyList<byte[]> RevocationLists { get; init; } = [];

    /// <summary>
    /// The certificates with which proxies connect to the listener that asks for one. Only from them <c>Client-Cert</c> is
    /// believed (RFC 9440), and only theirs never authenticates a client. None by default.
    /// </summary>
    public X509Certificate2Collection TrustedProxies { get; init; } = [];

    /// <summary>The P-256 key that signs access tokens; made at the start where it is left out.</summary>
    public ECDsa? SigningKey { get; init; }

    /// <summary>Port of the main listener; 0 takes a free one. The listener that asks for certificates always takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The identifier that the server goes by, where it is not the origin of its main listener: for two servers that are one.</summary>
    public string? Issuer { get; init; }

    /// <summary>Remembers what is good once and has been used; a cache of its own where it is left out. Servers with one issuer share one; what each has revoked, it knows alone.</summary>
    public ReplayCache? ReplayCache { get; init; }

    public AudiencePolicy AudiencePolicy { get; init; } = AudiencePolicy.IssuerOnly;

    public AudienceForm AudienceForm { get; init; } = AudienceForm.StringOrSingleElementArray;

    public TypPolicy TypPolicy { get; init; } = TypPolicy.Optional;

    public KeyIdPolicy KeyIdPolicy { get; init; } = KeyIdPolicy.Optional;

    /// <summary>What an assertion may be signed with, within what its client's method and registration allow; FAPI 2.0 §5.4.1 leaves RS256 out.</summary>
    public IReadOnlyList<string> AssertionAlgorithms { get; init; } =
    [.. SignatureAlgorithms.Symmetric, .. SignatureAlgorithms.Asymmetric];

    /// <summary>Whether a client that is registered for the header may send its secret in the body; not by default (RFC 6749 §2.3.1).</summary>
    public bool AcceptSecretInBody { get; init; }

    /// <summary>
    /// Whether another certificate of a registered key stands for a registered self-signed one; not by default: the certificate
    /// itself is what is registered (RFC 8705 §2.2.2).
    /// </summary>
    public bool AcceptReissuedSelfSignedCertificates { get; init; }

    /// <summary>How far the clocks of client and server may differ. Ten seconds by default: FAPI 2.0 §5.3.2.1 asks for at least that.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How far ahead <c>exp</c> may lie, and how long ago <c>iat</c>; five minutes by default.</summary>
    public TimeSpan MaximumAssertionLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Smallest RSA key that may be registered, make a proof or stand in a certificate's path, in bits (RFC 7518 §3.3); the largest has 8192.</summary>
    public int MinimumRsaKeySize { get; init; } = 2048;

    /// <summary>What devices may register from; none by default. Whether its main client authenticates is judged at each registration.</summary>
    public IReadOnlyList<ClientTemplate> ClientTemplates { get; init; } = [];

    /// <summary>Whether a client may register with metadata of its own, without a template; its initial access token allows it by default.</summary>
    public bool AllowNonTemplatedRegistration { get; init; } = true;

    /// <summary>Whether whoever registers must present a certificate that <see cref="ClientAuthorities"/> issued, beside the token.</summary>
    public bool RegistrationRequiresCertificate { get; init; }

    /// <summary>Whose software statements are believed; nobody's by default.</summary>
    public IReadOnlyList<SoftwareStatementIssuer> SoftwareStatementIssuers { get; init; } = [];

    /// <summary>Origins, such as <c>https://keys.example</c>, that a <c>jwks_uri</c> may have; none by default.</summary>
    public IReadOnlyList<string> JwksUriOrigins { get; init; } = [];

    /// <summary>Trust anchors for the hosts of <c>jwks_uri</c>; the machine's own store is never asked, nor its proxy.</summary>
    public X509Certificate2Collection JwksUriAuthorities { get; init; } = [];

    /// <summary>How long fetching a key set may take in all, on the monotonic clock.</summary>
    public TimeSpan JwksUriTimeout { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>Largest key set that is fetched, in bytes.</summary>
    public int MaximumKeySetSize { get; init; } = 64 * 1024;

    /// <summary>How long a fetched key set is good for, also while its host is down; ten minutes by default.</summary>
    public TimeSpan KeySetLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long after a fetch, successful or not, a client's host is not asked again, whatever <c>kid</c> is presented; at most the
    /// lifetime, half a minute by default. A key that has just been rotated in waits no longer than this.
    /// </summary>
    public TimeSpan KeySetRefetchInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whose client attestations are believed; nobody's by default.</summary>
    public IReadOnlyList<ClientAttester> ClientAttesters { get; init; } = [];

    /// <summary>How long ago a client attestation with <c>iat</c> may have been made; one hour by default. An older one gets <c>use_fresh_attestation</c>.</summary>
    public TimeSpan MaximumAttestationAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether a client attestation must say when it was made; not by default: <c>iat</c> is optional, and <c>exp</c> will do
    /// (draft-ietf-oauth-attestation-based-client-auth §4, §7.1 (6)). Without it <see cref="MaximumAttestationAge"/> cannot be held to.
    /// </summary>
    public bool RequireAttestationIssueTime { get; init; }

    /// <summary>Whether the proof of an attested client must hold a challenge of this server.</summary>
    public NoncePolicy AttestationChallenges { get; init; } = NoncePolicy.Required;

    /// <summary>
    /// The apps that may attest themselves for a Client Attestation Token; none by default, and then neither the endpoint for it nor the
    /// grant that exchanges it is there. A device that attests itself always needs a challenge.
    /// </summary>
    public IReadOnlyList<AttestedApp> AttestedApps { get; init; } = [];

    /// <summary>
    /// Gives the revocation status list of Android's attestation keys as it was last fetched, and null where it never was. Asked with
    /// every Android attestation whose policy verifies revocation; without a list, or with a stale one, each is refused.
    /// </summary>
    public Func<AttestationStatusList?>? AttestationStatus { get; init; }

    /// <summary>How long ago that list may have been fetched; one day by default.</summary>
    public TimeSpan MaximumAttestationStatusAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a Client Attestation Token can be exchanged; five minutes by default.</summary>
    public TimeSpan ClientAttestationTokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether a DPoP proof must hold a nonce of this server.</summary>
    public NoncePolicy DpopNonces { get; init; } = NoncePolicy.Required;

    /// <summary>How long a nonce or a challenge is good; five minutes by default.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long ago a DPoP proof, or the proof of an attested client, may have been made; one minute by default.</summary>
    public TimeSpan MaximumProofAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What client attestations, their proofs and DPoP proofs may be signed with. PKCS #1 v1.5 is left out by default, as
    /// FAPI 2.0 §5.4.1 asks; symmetric algorithms are never among them.
    /// </summary>
    public IReadOnlyList<string> ProofAlgorithms { get; init; } =
    [
        SignatureAlgorithms.ES256,
        SignatureAlgorithms.ES384,
        SignatureAlgorithms.ES512,
        SignatureAlgorithms.PS256,
        SignatureAlgorithms.PS384,
        SignatureAlgorithms.PS512,
    ];

    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Identifiers of clients that run a resource, and so may introspect every token (RFC 7662 §2.1); others see their own. None by default.</summary>
    public IReadOnlyList<string> ResourceServers { get; init; } = [];

    /// <summary>How long a pushed authorization request is kept; one minute by default (RFC 9126 §2.2).</summary>
    public TimeSpan PushedAuthorizationRequestLifetime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Largest request body, in bytes; a longer one gets 413.</summary>
    public int MaximumRequestBodySize { get; init; } = 64 * 1024;

    /// <summary>
    /// Largest request head, in bytes, counted as name, value and four more for each header; a longer one gets 431. Up to 256 KiB
    /// it is read, and recorded with its values cut short; beyond that the connection is cut.
    /// </summary>
    public int MaximumRequestHeadersSize { get; init; } = 16 * 1024;

    /// <summary>
    /// How many attempts with a client's secret may fail within the window; then each gets 429 until it is over, the right secret
    /// too (RFC 6749 §2.3.1). Counted for each client and mechanism; keys and certificates cannot be guessed and are not counted.
    /// </summary>
    public int AuthenticationFailureLimit { get; init; } = 30;

    /// <summary>How long failures are counted from the first of them, by the server's clock; one minute by default.</summary>
    public TimeSpan AuthenticationFailureWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many exchanges are kept; the oldest is dropped first, so that a server that stays up does not grow.</summary>
    public int RecordedExchangeLimit { get; init; } = 1000;

    /// <summary>Endpoints that let another process script faults, read traces and move the clock; none by default.</summary>
    public LabEndpoints? LabEndpoints { get; init; }

    /// <summary>
    /// How often a secret is hashed, by PBKDF2, before it is compared; once with SHA-256 where it is 0, as by default. That is enough for
    /// secrets of 256 random bits; where people choose them, a slow hash is what a stolen database needs.
    /// </summary>
    public int SecretHashIterations { get; init; }

    /// <summary>
    /// <b>Never on a server that anybody relies on.</b> Defences that it goes without, so that a lesson or a test can show the attack that
    /// each of them stops: see <see cref="Defence"/>. Every check concerned says in its trace that it looked away. None by default; the
    /// server that runs alone refuses to start without one.
    /// </summary>
    public IReadOnlyList<Defence> SwitchedOff { get; init; } = [];

    /// <summary>Name of a check that passes whatever happens. For tests alone: it proves that some case notices.</summary>
    internal string? SwitchedOffCheck { get; init; }
}
