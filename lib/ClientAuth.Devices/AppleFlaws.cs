using System.Security.Cryptography;
using ClientAuth.Devices.Apple;

namespace ClientAuth.Devices;

/// <summary>The flaws that can be made in the evidence of an Apple device.</summary>
public static class AppleFlaws
{
    /// <summary>The evidence is for another app.</summary>
    public static EvidenceFlaw OtherAppId { get; } =
        OfData(
            "other_app_id",
            data => data with { RpIdHash = AuthenticatorData.HashOf("A1B2C3D4E5.com.example.otherapp") }
        );

    /// <summary>A key that is being attested has signed before.</summary>
    public static EvidenceFlaw CounterStarted { get; } =
        OfAttestedData("counter_started", data => data with { Counter = 1 });

    /// <summary>An assertion counts from the beginning again.</summary>
    public static EvidenceFlaw CounterReset { get; } =
        new("counter_reset")
        {
            Assertion = one => one with { AuthenticatorData = one.AuthenticatorData with { Counter = 0 } },
        };

    /// <summary>An assertion says the number of the one before it.</summary>
    public static EvidenceFlaw CounterRepeated { get; } =
        new("counter_repeated")
        {
            Assertion = one =>
                one with
                {
                    AuthenticatorData = one.AuthenticatorData with { Counter = one.AuthenticatorData.Counter - 1 },
                },
        };

    /// <summary>No authenticator of App Attest.</summary>
    public static EvidenceFlaw OtherAaGuid { get; } =
        OfCredential("other_aaguid", credential => credential with { AaGuid = new byte[16] });

    /// <summary>The credential has another name than the key.</summary>
    public static EvidenceFlaw OtherCredentialId { get; } =
        OfCredential(
            "other_credential_id",
            credential => credential with { CredentialId = SHA256.HashData("other"u8) }
        );

    /// <summary>The credential is another key than the certificate's.</summary>
    public static EvidenceFlaw OtherCredentialKey { get; } =
        OfCredential("other_credential_key", credential => credential with { PublicKey = NewCoseKey() });

    /// <summary>The certificate is for a key that the rest does not speak of.</summary>
    public static EvidenceFlaw OtherCertifiedKey { get; } =
        new("other_certified_key") { Attestation = one => one with { CertifiesStranger = true } };

    /// <summary>The app names another key than the one that is attested or signs.</summary>
    public static EvidenceFlaw OtherKeyId { get; } =
        new("other_key_id")
        {
            Attestation = one => one with { KeyId = SHA256.HashData("other"u8) },
            Assertion = one => one with { KeyId = SHA256.HashData("other"u8) },
        };

    /// <summary>A key signs the assertion that nobody has attested.</summary>
    public static EvidenceFlaw OtherSigner { get; } =
        new("other_signer") { Assertion = one => one with { SignedByStranger = true } };

    /// <summary>An attestation of WebAuthn, in a format that App Attest does not use.</summary>
    public static EvidenceFlaw OtherFormat { get; } =
        new("other_format") { Attestation = one => one with { Format = "apple" } };

    /// <summary>Bytes follow the CBOR.</summary>
    public static EvidenceFlaw BytesAfterCbor { get; } =
        new("bytes_after_cbor")
        {
            Attestation = one => one with { TrailingBytes = new byte[] { 0xF6 } },
            Assertion = one => one with { TrailingBytes = new byte[] { 0xF6 } },
        };

    /// <summary>What stands behind the data of the authenticator is no map of extensions.</summary>
    public static EvidenceFlaw NoExtensions { get; } =
        OfData("no_extensions", data => data with { Extensions = new byte[] { 0x63, 0x65, 0x78, 0x74 } });

    /// <summary>The extensions end before their map does.</summary>
    public static EvidenceFlaw ExtensionsCutShort { get; } =
        OfData("extensions_cut_short", data => data with { Extensions = CutShort() });

    public static IReadOnlyList<EvidenceFlaw> All { get; } =
    [
        .. ChainFlaws.All,
        OtherAppId,
        CounterStarted,
        CounterReset,
        CounterRepeated,
        OtherAaGuid,
        OtherCredentialId,
        OtherCredentialKey,
        OtherCertifiedKey,
        OtherKeyId,
        OtherSigner,
        OtherFormat,
        BytesAfterCbor,
        NoExtensions,
        ExtensionsCutShort,
    ];

    private static ReadOnlyMemory<byte> CutShort() =>
        new AppleExtensions { ValidationCategory = 4, BundleVersion = "412" }
            .Encode()
            .AsMemory()[..^1];

    private static EvidenceFlaw OfData(string name, Func<AuthenticatorData, AuthenticatorData> change) =>
        OfAttestedData(name, change) with
        {
            Assertion = one => one with { AuthenticatorData = change(one.AuthenticatorData) },
        };

    private static EvidenceFlaw OfAttestedData(string name, Func<AuthenticatorData, AuthenticatorData> change) =>
        new(name) { Attestation = one => one with { AuthenticatorData = change(one.AuthenticatorData) } };

    private static EvidenceFlaw OfCredential(string name, Func<AttestedCredential, AttestedCredential> change) =>
        OfAttestedData(name, data => data with { Credential = change(data.Credential!) });

    private static byte[] NewCoseKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return CredentialKey.Cose(key);
    }
}
