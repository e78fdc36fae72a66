using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ClientAuth.Devices.Android;

/// <summary>
/// Android's description of a key, in an extension of its certificate: <c>KeyDescription</c>, version 300, as in "Key and ID
/// attestation" of source.android.com.
/// </summary>
public sealed record KeyDescription
{
    /// <summary>The extension's object identifier.</summary>
    public const string Oid = "1.3.6.1.4.1.11129.2.1.17";

    public int AttestationVersion { get; init; } = 300;

    /// <summary>Where this description was written.</summary>
    public required SecurityLevel AttestationSecurityLevel { get; init; }

    public int KeyMintVersion { get; init; } = 300;

    /// <summary>Where the key lives.</summary>
    public required SecurityLevel KeyMintSecurityLevel { get; init; }

    /// <summary>Stands there as its UTF-8 bytes; Android takes at most 128.</summary>
    public required string AttestationChallenge { get; init; }

    /// <summary>What the system vouches for.</summary>
    public AuthorizationList SoftwareEnforced { get; init; } = new();

    /// <summary>What the hardware vouches for; nothing where there is none.</summary>
    public AuthorizationList HardwareEnforced { get; init; } = new();

    /// <summary>Changes what is said of the key, in whichever list it stands.</summary>
    public KeyDescription WithKey(Func<AuthorizationList, AuthorizationList> change) =>
        KeyMintSecurityLevel == SecurityLevel.Software
            ? this with
            {
                SoftwareEnforced = change(SoftwareEnforced),
            }
            : this with
            {
                HardwareEnforced = change(HardwareEnforced),
            };

    /// <summary>In DER.</summary>
    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(AttestationVersion);
            writer.WriteEnumeratedValue(AttestationSecurityLevel);
            writer.WriteInteger(KeyMintVersion);
            writer.WriteEnumeratedValue(KeyMintSecurityLevel);
            writer.WriteOctetString(Encoding.UTF8.GetBytes(AttestationChallenge));
            writer.WriteOctetString([]); // uniqueId: only for apps of the system
            SoftwareEnforced.WriteTo(writer);
            HardwareEnforced.WriteTo(writer);
        }

        return writer.Encode();
    }

    internal X509Extension ToExtension(ReadOnlySpan<byte> trailing) =>
        new(Oid, [.. Encode(), .. trailing], critical: false);
}
