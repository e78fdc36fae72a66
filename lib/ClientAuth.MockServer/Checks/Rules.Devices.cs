using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for devices that attest themselves, in the order in which they are checked.</summary>
internal static partial class Rules
{
    // What the platforms have written about their evidence, by the step of it.
    private const string Android = "Android, Verify hardware-backed key pairs with key attestation";
    private const string AppAttest = "Apple, Validating apps that connect to your server";

    public static Rule DeviceVerb { get; } =
        new(CheckNames.RequestMethod, InvalidRequest, "RFC 9110 §15.5.6") { Status = 405 };
    public static Rule DeviceContentType { get; } =
        new(CheckNames.RequestContentType, InvalidRequest, "RFC 9110 §8.3, RFC 8259 §11");
    public static Rule DeviceRequest { get; } = new(CheckNames.DeviceRequest, InvalidRequest, "RFC 8259 §4 and §8.2");
    public static Rule DeviceClient { get; } = new(CheckNames.DeviceClient, UnauthorizedClient, "RFC 6749 §5.2");
    public static Rule DeviceChallenge { get; } =
        new(CheckNames.DeviceChallenge, UseAttestationChallenge, $"{Attest} §6.1, §7.4");
    public static Rule DeviceChallengeUnused { get; } =
        new(CheckNames.DeviceChallengeUnused, UseAttestationChallenge, $"{Attest} §6.1, §12.1");
    public static Rule DeviceFormat { get; } = Evidence(CheckNames.DeviceFormat, "WebAuthn §8");
    public static Rule DeviceEvidence { get; } = Evidence(CheckNames.DeviceEvidence, "WebAuthn §6.5.4, §8.4");
    public static Rule DeviceChain { get; } = Evidence(CheckNames.DeviceChain, "RFC 7515 §4.1.6, RFC 5280 §6.1");
    public static Rule DeviceRoot { get; } = Evidence(CheckNames.DeviceRoot, $"RFC 5280 §6.1, {Android}");
    public static Rule DeviceExtensions { get; } = Evidence(CheckNames.DeviceExtensions, "RFC 5280 §4.2, §6.1.4");
    public static Rule DeviceAlgorithms { get; } = Evidence(CheckNames.DeviceAlgorithms, "NIST SP 800-131A");
    public static Rule DeviceIssuers { get; } = Evidence(CheckNames.DeviceIssuers, "RFC 5280 §6.1.4");
    public static Rule DeviceValidity { get; } = Evidence(CheckNames.DeviceValidity, "RFC 5280 §6.1.3");

    public static Rule AndroidValidity { get; } =
        Evidence(CheckNames.DeviceValidity, "Android, github.com/android/keyattestation");
    public static Rule AndroidKeyNotRevoked { get; } = Evidence(CheckNames.AndroidKeyNotRevoked, Android);
    public static Rule AndroidKeyDescription { get; } =
        Evidence(CheckNames.AndroidKeyDescription, $"WebAuthn §8.4.1, {Android}");
    public static Rule AndroidKeyChallenge { get; } = Evidence(CheckNames.AndroidKeyChallenge, "WebAuthn §8.4");
    public static Rule AndroidKeyDpopKey { get; } =
        Evidence(CheckNames.AndroidKeyDpopKey, "WebAuthn §8.4, RFC 9449 §6.1");
    public static Rule AndroidKeySecurityLevel { get; } = Evidence(CheckNames.AndroidKeySecurityLevel, Android);
    public static Rule AndroidKeyOrigin { get; } = Evidence(CheckNames.AndroidKeyOrigin, $"WebAuthn §8.4, {Android}");
    public static Rule AndroidKeyPurpose { get; } = Evidence(CheckNames.AndroidKeyPurpose, $"WebAuthn §8.4, {Android}");
    public static Rule AndroidKeyAlgorithm { get; } = Evidence(CheckNames.AndroidKeyAlgorithm, Android);
    public static Rule AndroidKeyApplications { get; } = Evidence(CheckNames.AndroidKeyApplications, "WebAuthn §8.4");
    public static Rule AndroidKeyBootState { get; } = Evidence(CheckNames.AndroidKeyBootState, Android);
    public static Rule AndroidKeyPackage { get; } = Evidence(CheckNames.AndroidKeyPackage, Android);
    public static Rule AndroidKeySignatureDigest { get; } = Evidence(CheckNames.AndroidKeySignatureDigest, Android);

    public static Rule AppAttestNonce { get; } = Evidence(CheckNames.AppAttestNonce, AppAttest);
    public static Rule AppAttestKeyId { get; } = Evidence(CheckNames.AppAttestKeyId, AppAttest);
    public static Rule AppAttestRpId { get; } = Evidence(CheckNames.AppAttestRpId, AppAttest);
    public static Rule AppAttestCounter { get; } = Evidence(CheckNames.AppAttestCounter, AppAttest);
    public static Rule AppAttestEnvironment { get; } = Evidence(CheckNames.AppAttestEnvironment, AppAttest);
    public static Rule AppAttestCredentialId { get; } = Evidence(CheckNames.AppAttestCredentialId, AppAttest);
    public static Rule AppAttestCredentialKey { get; } = Evidence(CheckNames.AppAttestCredentialKey, "WebAuthn §8.8");

    public static Rule AppAssertionKey { get; } = Evidence(CheckNames.AppAssertionKey, AppAttest);
    public static Rule AppAssertionSignature { get; } = Evidence(CheckNames.AppAssertionSignature, AppAttest);
    public static Rule AppAssertionRpId { get; } = Evidence(CheckNames.AppAssertionRpId, AppAttest);
    public static Rule AppAssertionCounter { get; } = Evidence(CheckNames.AppAssertionCounter, AppAttest);

    private static Rule Evidence(string name, string specification) =>
        new(name, InvalidClientAttestation, specification);
}
