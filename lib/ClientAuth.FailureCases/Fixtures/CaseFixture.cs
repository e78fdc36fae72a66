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

    private readonly X509Certificate2 _serverCertificate;

    /// <summary>The phone that attests the app where a case names none.</summary>
    internal const string StandardPhone = "flagship";

    internal const string StandardIPhone = "iphone";

    private CaseFixture(DateTimeOffset now, IReadOnlyList<DeviceProfile> devices)
    {
        Now = now;
        DeviceProfiles = devices;
        Clock = new CaseClock(now);
        Authority = LabAuthority.Create(Clock);
        SameName = LabAuthority.Create(Clock);
        Untrusted = LabAuthority.Create(Clock, "Somebody Else Root");
        Clients = new StandardClients(Authority, Keys, Clock);
        Makers = DeviceMakers.Create(Clock);
        Forwarding = new ForwardingParties(Authority);
        RevokedCertificate = Authority.Issue(Clients.Of(TokenEndpointAuthMethods.TlsClientAuth).Profile!);
        Authority.Revoke(RevokedCertificate);
        _serverCertificate = Authority.Issue(CertificateProfile.LoopbackServer());
    }

    /// <summary>When every case begins.</summary>
    internal DateTimeOffset Now { get; }

    /// <summary>The clock of the authorities; that of a case is its own.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Trusted by the servers for client certificates, and by the cases for the servers'.</summary>
    internal LabAuthority Authority { get; }

    /// <summary>Has the same name and another key.</summary>
    internal LabAuthority SameName { get; }

    internal LabAuthority Untrusted { get; }

    internal CaseKeys Keys { get; } = new();

    internal StandardClients Clients { get; }

    /// <summary>Every secret of a standard client: what no view of a case may show.</summary>
    public IReadOnlyList<string> Secrets => Clients.Secrets;

    internal ForwardingParties Forwarding { get; }

    /// <summary>The makers of the phones of all cases.</summary>
    internal DeviceMakers Makers { get; }

    /// <summary>The phones of <c>data/devices.json</c>.</summary>
    internal IReadOnlyList<DeviceProfile> DeviceProfiles { get; }

    /// <summary>In the name of the standard client of <c>tls_client_auth</c>; it stands on the authority's revocation lists.</summary>
    internal X509Certificate2 RevokedCertificate { get; }

    /// <summary>Opens a fixture whose time is the machine's now, to the second.</summary>
    /// <param name="machine">The machine's clock.</param>
    /// <param name="devices">The phones of <c>data/devices.json</c>, a <c>flagship</c> and an <c>iphone</c> among them.</param>
    public static CaseFixture Open(TimeProvider machine, IReadOnlyList<DeviceProfile> devices) =>
        new(DateTimeOffset.FromUnixTimeSeconds(machine.GetUtcNow().ToUnixTimeSeconds()), devices);

    public void Dispose()
    {
        Clients.Dispose();
        Forwarding.Dispose();
        Makers.Dispose();
        RevokedCertificate.Dispose();
        Keys.Dispose();
        _serverCertificate.Dispose();
        Authority.Dispose();
        SameName.Dispose();
        Untrusted.Dispose();
    }

    /// <summary>The options of a usual server with these clients; the first opens its templates.</summary>
    internal AuthorizationServerOptions Options(TimeProvider clock, IReadOnlyList<ClientMetadata> clients)
    {
        var options = RegistrationOffer.Apply(
            new AuthorizationServerOptions
            {
                ServerCertificate = _serverCertificate,
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

    /// <exception cref="UnusableCaseException">There is no such phone.</exception>
    internal DeviceProfile Profile(string id) =>
        DeviceProfiles.FirstOrDefault(profile => profile.Id == id)
        ?? throw new UnusableCaseException($"there is no device '{id}'");
}
