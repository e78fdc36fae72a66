using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Devices;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Values;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>The world that all cases share: authorities, keys, clients and phones. Each case starts a server of its own.</summary>
public sealed class CaseFixture : IDisposable
{
    /// <summary>The attester whose client attestations the servers accept.</summary>
    internal const string AttesterIssuer = "https://attester.example";

    private readonly LabAuthority? _authority;
    private readonly X509Certificate2? _serverCertificate;
    private readonly X509Certificate2? _revoked;
    private readonly ForwardingParties? _forwarding;
    private readonly DeviceMakers? _makers;

    /// <summary>The phone that attests the app where a case names none.</summary>
    internal const string StandardPhone = "flagship";

    internal const string StandardIPhone = "iphone";

    private CaseFixture(DateTimeOffset now, IReadOnlyList<DeviceProfile> devices)
    {
        Now = now;
        DeviceProfiles = devices;
        Clock = new CaseClock(now);
        _authority = LabAuthority.Create(Clock);
        SameName = LabAuthority.Create(Clock);
        Untrusted = LabAuthority.Create(Clock, "Somebody Else Root");
        Clients = new StandardClients(Authority, Keys, Clock);
        _makers = DeviceMakers.Create(Clock);
        _forwarding = new ForwardingParties(Authority);
        _revoked = Authority.Issue(Clients.Of(TokenEndpointAuthMethods.TlsClientAuth).Profile!);
        Authority.Revoke(_revoked);
        _serverCertificate = Authority.Issue(CertificateProfile.LoopbackServer());
    }

    // Clients of a server that others have set up: what only its operator has is not there, and a case that needs it cannot be made.
    private CaseFixture(TimeProvider clock, StandardClients clients, CaseKeys keys, CertificateProfile sameName)
    {
        Now = clock.GetUtcNow();
        DeviceProfiles = [];
        Clock = clock;
        (Clients, Keys) = (clients, keys);
        SameName = LabAuthority.Create(clock, sameName);
        Untrusted = LabAuthority.Create(clock, "Somebody Else Root");
    }

    /// <summary>When every case begins.</summary>
    internal DateTimeOffset Now { get; }

    /// <summary>The clock of the authorities; that of a case is its own.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Trusted by the servers for client certificates, and by the cases for the servers'.</summary>
    /// <exception cref="UnusableCaseException">The server is not this project's own.</exception>
    internal LabAuthority Authority => _authority ?? throw Missing("the key of the authority that the server trusts");

    /// <summary>Has the same name and another key.</summary>
    internal LabAuthority SameName { get; }

    internal LabAuthority Untrusted { get; }

    internal CaseKeys Keys { get; } = new();

    internal StandardClients Clients { get; }

    /// <summary>Every secret of a standard client: what no view of a case may show.</summary>
    public IReadOnlyList<string> Secrets => Clients.Secrets;

    internal ForwardingParties Forwarding => _forwarding ?? throw Missing("a proxy that the server trusts");

    /// <summary>The makers of the phones of all cases.</summary>
    internal DeviceMakers Makers => _makers ?? throw Missing("device makers that the server trusts");

    /// <summary>The phones of <c>data/devices.json</c>.</summary>
    internal IReadOnlyList<DeviceProfile> DeviceProfiles { get; }

    /// <summary>In the name of the standard client of <c>tls_client_auth</c>; it stands on the authority's revocation lists.</summary>
    internal X509Certificate2 RevokedCertificate =>
        _revoked ?? throw Missing("a certificate that the server's authority has revoked");

    /// <summary>Opens a fixture whose time is the machine's now, to the second.</summary>
    /// <param name="machine">The machine's clock.</param>
    /// <param name="devices">The phones of <c>data/devices.json</c>, a <c>flagship</c> and an <c>iphone</c> among them.</param>
    public static CaseFixture Open(TimeProvider machine, IReadOnlyList<DeviceProfile> devices) =>
        new(DateTimeOffset.FromUnixTimeSeconds(machine.GetUtcNow().ToUnixTimeSeconds()), devices);

    /// <summary>A fixture of clients that somebody else has registered at a server of their own. It disposes of them.</summary>
    /// <param name="clock">The machine's clock: certificates that cases make are dated by it.</param>
    /// <param name="clients">The clients.</param>
    /// <param name="keys">Their keys, and in front of them none.</param>
    /// <param name="sameName">What an authority says that has the name of the one that the server trusts.</param>
    internal static CaseFixture OfOthers(
        TimeProvider clock,
        StandardClients clients,
        CaseKeys keys,
        CertificateProfile sameName
    ) => new(clock, clients, keys, sameName);

    public void Dispose()
    {
        Clients.Dispose();
        _forwarding?.Dispose();
        _makers?.Dispose();
        _revoked?.Dispose();
        Keys.Dispose();
        _serverCertificate?.Dispose();
        _authority?.Dispose();
        SameName.Dispose();
        Untrusted.Dispose();
    }

    /// <summary>The options of a usual server with these clients; the first opens its templates.</summary>
    internal AuthorizationServerOptions Options(TimeProvider clock, IReadOnlyList<ClientMetadata> clients)
    {
        var options = RegistrationOffer.Apply(
            new AuthorizationServerOptions
            {
                ServerCertificate = _serverCertificate!,
                Clients = clients,
                Certificates = new() { ClientAuthorities = [Authority.Certificate] },
                Attestation = new()
                {
                    ClientAttesters =
                    [
                        new ClientAttester
                        {
                            Issuer = AttesterIssuer,
                            Keys = new JwkSet { Keys = [Keys.PublicJwk(CaseKeys.Attester)] },
                        },
                    ],
                },
                Clock = clock,
            },
            clients[0].ClientId,
            Keys
        );
        return AttestationOffer.Apply(options, this, DevicePolicy.Production);
    }

    private static UnusableCaseException Missing(string what) => new($"it needs {what}, which only its operator has");

    /// <exception cref="UnusableCaseException">There is no such phone.</exception>
    internal DeviceProfile Profile(string id) =>
        DeviceProfiles.FirstOrDefault(profile => profile.Id == id)
        ?? throw new UnusableCaseException($"there is no device '{id}'");
}
