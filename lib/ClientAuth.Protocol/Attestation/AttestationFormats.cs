namespace ClientAuth.Protocol.Attestation;

/// <summary>The formats of a platform's attestation: values of <c>format</c> in a <see cref="PlatformAttestation"/>.</summary>
public static class AttestationFormats
{
    /// <summary>A certificate chain whose first certificate describes the key (WebAuthn §8.4; the Android Keystore's key attestation).</summary>
    public const string AndroidKey = "android-key";

    /// <summary>The attestation object of Apple's App Attest.</summary>
    public const string AppleAppAttest = "apple-appattest";
}
