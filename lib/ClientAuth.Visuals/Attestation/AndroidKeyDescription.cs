using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.Visuals.Attestation;

/// <summary>
/// What an Android device says of a key and of the app that made it: <c>KeyDescription</c> of Android's key attestation, read from
/// the key's certificate. Reading verifies nothing: who signed the certificate is another question.
/// </summary>
public sealed record AndroidKeyDescription
{
    /// <summary>The extension of the certificate that holds it.</summary>
    public const string Oid = "1.3.6.1.4.1.11129.2.1.17";

    /// <summary>Version of the form.</summary>
    public required int AttestationVersion { get; init; }

    /// <summary>Where the statement was made.</summary>
    public required AndroidSecurityLevel AttestationSecurityLevel { get; init; }

    /// <summary>Version of the component that keeps the keys.</summary>
    public required int KeyMintVersion { get; init; }

    /// <summary>Where the key lives.</summary>
    public required AndroidSecurityLevel KeyMintSecurityLevel { get; init; }

    /// <summary>What the app was given to have attested, read as UTF-8; the server's challenge.</summary>
    public required string AttestationChallenge { get; init; }

    public ReadOnlyMemory<byte> UniqueId { get; init; }

    /// <summary>What the operating system attests.</summary>
    public required AndroidAuthorizationList SoftwareEnforced { get; init; }

    /// <summary>What the hardware attests, independently of the operating system.</summary>
    public required AndroidAuthorizationList HardwareEnforced { get; init; }

    /// <summary>Reads the first certificate of a device's evidence.</summary>
    /// <exception cref="ArgumentException">The evidence holds no certificates, so it is no Android device's.</exception>
    /// <exception cref="AsnContentException">The first certificate has no such extension, or one that cannot be read.</exception>
    public static AndroidKeyDescription Read(PlatformAttestation attestation)
    {
        if (attestation.X5c is not [var first, ..])
        {
            throw new ArgumentException("The evidence holds no certificates in X5c.", nameof(attestation));
        }

        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(first));
        return Read(certificate);
    }

    /// <summary>Reads the certificate of an attested key.</summary>
    /// <exception cref="AsnContentException">It has no such extension, or one that cannot be read.</exception>
    public static AndroidKeyDescription Read(X509Certificate2 certificate)
    {
        var extension =
            certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Oid)
            ?? throw new AsnContentException($"The certificate has no extension {Oid}, so it attests no key.");
        var members = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        return new AndroidKeyDescription
        {
            AttestationVersion = ReadInteger(members),
            AttestationSecurityLevel = members.ReadEnumeratedValue<AndroidSecurityLevel>(),
            KeyMintVersion = ReadInteger(members),
            KeyMintSecurityLevel = members.ReadEnumeratedValue<AndroidSecurityLevel>(),
            AttestationChallenge = Encoding.UTF8.GetString(members.ReadOctetString()),
            UniqueId = members.ReadOctetString(),
            SoftwareEnforced = AndroidAuthorizationList.Read(members.ReadSequence()),
            HardwareEnforced = AndroidAuthorizationList.Read(members.ReadSequence()),
        };
    }

    private static int ReadInteger(AsnReader members) =>
        members.TryReadInt32(out var number) ? number : throw new AsnContentException("A version is too large.");
}
