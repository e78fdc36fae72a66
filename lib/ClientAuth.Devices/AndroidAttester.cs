using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Devices.Android;
using ClientAuth.Devices.Chains;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;

namespace ClientAuth.Devices;

/// <summary>
/// Attests keys as the Android Keystore does: with a certificate chain whose first certificate holds the app's key and
/// describes it (WebAuthn §8.4). A real device takes the challenge when it makes the key; this one takes a new challenge for
/// the same key, too.
/// </summary>
internal sealed class AndroidAttester(AndroidProfile profile, DeviceMakers makers, TimeProvider clock)
    : PlatformAttester
{
    private readonly EvidenceIssuer _issuer = makers.ProvisionAndroid(profile);

    public override PlatformAttestation Attest(string keyName, ECDsa key, string challenge, EvidenceFlaw flaw)
    {
        var evidence = flaw.ApplyTo(
            new AndroidEvidence
            {
                Description = Describe(challenge),
                Chain = new EvidenceChain { Leaf = Leaf },
            }
        );
        var statement = evidence.Description.ToExtension(evidence.TrailingBytes.Span);
        var chain = _issuer.Issue(new PublicKey(key), evidence.Chain, statement);
        return new PlatformAttestation
        {
            Format = AttestationFormats.AndroidKey,
            X5c = [.. chain.Append(_issuer.Root).Select(Convert.ToBase64String)],
        };
    }

    public override void Forget(string keyName) { }

    public override void Dispose() => _issuer.Dispose();

    private static CertificateProfile Leaf { get; } =
        new() { Subject = "CN=Android Keystore Key", EndsIn = TimeSpan.FromDays(20 * 365) };

    private KeyDescription Describe(string challenge)
    {
        var app = new AuthorizationList
        {
            CreationDateTime = clock.GetUtcNow(),
            AttestationApplicationId = new AttestationApplicationId
            {
                Packages = [new AttestationPackageInfo(profile.PackageName, profile.AppVersion)],
                SignatureDigests = [Convert.FromBase64String(profile.SignatureDigest)],
            },
        };
        var hasHardware = profile.SecurityLevel != SecurityLevel.Software;
        return new KeyDescription
        {
            AttestationSecurityLevel = profile.SecurityLevel,
            KeyMintSecurityLevel = profile.SecurityLevel,
            AttestationChallenge = challenge,
            SoftwareEnforced = hasHardware ? app : WithSigningKey(app),
            // Only hardware knows how the device was started.
            HardwareEnforced = hasHardware ? WithSigningKey(new AuthorizationList { RootOfTrust = Boot }) : new(),
        };
    }

    private AuthorizationList WithSigningKey(AuthorizationList list) =>
        list with
        {
            Purposes = [KeyPurpose.Sign],
            Algorithm = 3,
            KeySize = 256,
            Digests = [4],
            EcCurve = 1,
            NoAuthRequired = true,
            Origin = KeyOrigin.Generated,
            OsVersion = profile.OsVersion,
            OsPatchLevel = profile.OsPatchLevel,
        };

    private RootOfTrust Boot =>
        new()
        {
            VerifiedBootKey =
                profile.BootState == VerifiedBootState.Verified ? SHA256.HashData("maker's key"u8) : new byte[32],
            DeviceLocked = profile.BootLoaderLocked,
            VerifiedBootState = profile.BootState,
            VerifiedBootHash = SHA256.HashData("system image"u8),
        };
}
