using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Devices.Android;
using ClientAuth.Devices.Chains;

namespace ClientAuth.Devices;

/// <summary>
/// Who makes the simulated devices and vouches for them. Their roots stand where those of Google and Apple stand in life; their
/// keys are made here, and no server but the lab's should trust them.
/// </summary>
public sealed class DeviceMakers : IDisposable
{
    private static readonly TimeSpan LifeOfAuthority = TimeSpan.FromDays(30 * 365);
    private readonly TimeProvider _clock;
    private readonly LabAuthority _android;
    private readonly LabAuthority _androidSoftware;
    private readonly LabAuthority _uncertified;
    private readonly LabAuthority _apple;

    private DeviceMakers(TimeProvider clock)
    {
        _clock = clock;
        _android = LabAuthority.Create(clock, Authority("Android Attestation Root"));
        _androidSoftware = LabAuthority.Create(clock, Authority("Android Software Attestation Root"));
        _uncertified = LabAuthority.Create(clock, Authority("Uncertified Maker Root"));
        _apple = LabAuthority.Create(clock, Authority("App Attestation Root"));
        Apple = new EvidenceIssuer(_apple, Authority("App Attestation CA 1", pathLength: 0), clock);
    }

    /// <summary>Above certified Android hardware.</summary>
    public X509Certificate2 AndroidRoot => _android.Certificate;

    /// <summary>Above the emulator, which has no hardware to keep a key in.</summary>
    public X509Certificate2 AndroidSoftwareRoot => _androidSoftware.Certificate;

    /// <summary>Above hardware that nobody has certified; a server has no reason to trust it.</summary>
    public X509Certificate2 UncertifiedRoot => _uncertified.Certificate;

    /// <summary>Above Apple's App Attest.</summary>
    public X509Certificate2 AppleRoot => _apple.Certificate;

    internal EvidenceIssuer Apple { get; }

    /// <summary>New makers with new keys.</summary>
    /// <param name="clock">When certificates start and end.</param>
    public static DeviceMakers Create(TimeProvider clock) => new(clock);

    /// <summary>A device's own attestation key, as a factory puts it there.</summary>
    internal EvidenceIssuer ProvisionAndroid(AttestationRoot root, SecurityLevel level)
    {
        var name = level switch
        {
            SecurityLevel.StrongBox => "StrongBox Attestation Key",
            SecurityLevel.TrustedEnvironment => "TEE Attestation Key",
            _ => "Software Attestation Key",
        };
        return new EvidenceIssuer(AuthorityOf(root), Authority(name, pathLength: 0), _clock);
    }

    public void Dispose()
    {
        Apple.Dispose();
        _android.Dispose();
        _androidSoftware.Dispose();
        _uncertified.Dispose();
        _apple.Dispose();
    }

    private LabAuthority AuthorityOf(AttestationRoot root) =>
        root switch
        {
            AttestationRoot.Android => _android,
            AttestationRoot.AndroidSoftware => _androidSoftware,
            _ => _uncertified,
        };

    private static CertificateProfile Authority(string name, int? pathLength = null) =>
        CertificateProfile.Authority(name, pathLength) with
        {
            KeyAlgorithm = KeyAlgorithm.EcP384,
            EndsIn = LifeOfAuthority,
        };
}
