using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Devices.Android;
using ClientAuth.Devices.Chains;

namespace ClientAuth.Devices;

/// <summary>
/// The manufacturers of the simulated devices, with the roots of their attestation chains, in place of Google's and Apple's.
/// Their keys are made here, and only the lab's server should trust them.
/// </summary>
public sealed class DeviceMakers : IDisposable
{
    private static readonly TimeSpan LifeOfAuthority = TimeSpan.FromDays(30 * 365);
    private static readonly TimeSpan LifeOfRemoteKey = TimeSpan.FromDays(30);
    private readonly TimeProvider _clock;
    private readonly LabAuthority _android;
    private readonly LabAuthority _keyAttestation;
    private readonly LabAuthority _remoteProvisioner;
    private readonly LabAuthority _remoteServer;
    private readonly LabAuthority _androidSoftware;
    private readonly LabAuthority _uncertified;
    private readonly LabAuthority _apple;

    private DeviceMakers(TimeProvider clock)
    {
        _clock = clock;
        // Google's first root has an RSA key of 4096 bits, which would take seconds to make; its second is P-384, as all of these are.
        _android = LabAuthority.Create(clock, Authority("Android Attestation Root"));
        _keyAttestation = LabAuthority.Create(clock, Authority("Key Attestation CA1"));
        _remoteProvisioner = _keyAttestation.IssueIntermediate(Remote("CN=Droid CA2,O=Google LLC"));
        _remoteServer = _remoteProvisioner.IssueIntermediate(Remote("CN=Droid CA3,O=Google LLC"));
        _androidSoftware = LabAuthority.Create(clock, Authority("Android Software Attestation Root"));
        _uncertified = LabAuthority.Create(clock, Authority("Uncertified Maker Root"));
        _apple = LabAuthority.Create(clock, Authority("App Attestation Root"));
        Apple = new EvidenceIssuer(_apple, _apple, Authority("App Attestation CA 1", pathLength: 0), clock);
    }

    /// <summary>Above certified Android hardware that got its attestation key in the factory.</summary>
    public X509Certificate2 AndroidRoot => _android.Certificate;

    /// <summary>Above certified Android hardware that gets its attestation keys over the air.</summary>
    public X509Certificate2 KeyAttestationRoot => _keyAttestation.Certificate;

    /// <summary>Both of these: whom a server trusts that wants certified hardware.</summary>
    public X509Certificate2Collection AndroidRoots => [AndroidRoot, KeyAttestationRoot];

    /// <summary>Above the emulator, which has no hardware to keep a key in.</summary>
    public X509Certificate2 AndroidSoftwareRoot => _androidSoftware.Certificate;

    /// <summary>Above hardware that nobody has certified; a server has no reason to trust it.</summary>
    public X509Certificate2 UncertifiedRoot => _uncertified.Certificate;

    /// <summary>Above Apple's App Attest.</summary>
    public X509Certificate2 AppleRoot => _apple.Certificate;

    /// <summary>What is published of attestation keys on Android that are no longer to be believed.</summary>
    public PublishedStatusList StatusList { get; } = new();

    internal EvidenceIssuer Apple { get; }

    /// <summary>New makers with new keys.</summary>
    /// <param name="clock">When certificates start and end.</param>
    public static DeviceMakers Create(TimeProvider clock) => new(clock);

    /// <summary>A device's own attestation key, as a factory or a server puts it there, and what is published of it.</summary>
    internal EvidenceIssuer ProvisionAndroid(AndroidProfile profile)
    {
        var name = profile.SecurityLevel switch
        {
            SecurityLevel.StrongBox => "StrongBox Attestation Key",
            SecurityLevel.TrustedEnvironment => "TEE Attestation Key",
            _ => "Software Attestation Key",
        };
        var isRemote = profile.Root == AttestationRoot.KeyAttestationCa1;
        var root = AuthorityOf(profile.Root);
        var own = Authority(name, pathLength: 0) with { EndsIn = isRemote ? LifeOfRemoteKey : LifeOfAuthority };
        var issuer = new EvidenceIssuer(root, isRemote ? _remoteServer : root, own, _clock);
        Publish(profile.ChainStatus, issuer.Certificate);
        return issuer;
    }

    public void Dispose()
    {
        Apple.Dispose();
        _android.Dispose();
        _remoteServer.Dispose();
        _remoteProvisioner.Dispose();
        _keyAttestation.Dispose();
        _androidSoftware.Dispose();
        _uncertified.Dispose();
        _apple.Dispose();
    }

    private LabAuthority AuthorityOf(AttestationRoot root) =>
        root switch
        {
            AttestationRoot.Android => _android,
            AttestationRoot.KeyAttestationCa1 => _keyAttestation,
            AttestationRoot.AndroidSoftware => _androidSoftware,
            _ => _uncertified,
        };

    private void Publish(ChainStatus? status, X509Certificate2 certificate)
    {
        switch (status)
        {
            case ChainStatus.Revoked:
                StatusList.Revoke(certificate);
                break;
            case ChainStatus.Suspended:
                StatusList.Suspend(certificate);
                break;
        }
    }

    // Named as in life: a server tells by this name that a chain is renewed, and that its dates count.
    private static CertificateProfile Remote(string subject) => Authority("") with { Subject = subject };

    private static CertificateProfile Authority(string name, int? pathLength = null) =>
        CertificateProfile.Authority(name, pathLength) with
        {
            KeyAlgorithm = KeyAlgorithm.EcP384,
            EndsIn = LifeOfAuthority,
        };
}
