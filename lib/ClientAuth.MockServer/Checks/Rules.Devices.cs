using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for devices that attest themselves, in the order in which they are checked.</summary>
public static partial class Rules
{
    // What the platforms have written about their evidence, by the step of it.
    private const string Android = "Android, Verify hardware-backed key pairs with key attestation";
    private const string AppAttest = "Apple, Validating apps that connect to your server";

    public static Rule DeviceVerb { get; } =
        new(RequestMethodName, InvalidRequest, "RFC 9110 §15.5.6") { Status = 405 };
    public static Rule DeviceContentType { get; } =
        new(RequestContentTypeName, InvalidRequest, "RFC 9110 §8.3, RFC 8259 §11");
    public static Rule DeviceRequest { get; } = new("device.request", InvalidRequest, "RFC 8259 §4 and §8.2");
    public static Rule DeviceClient { get; } = new("device.client", UnauthorizedClient, "RFC 6749 §5.2");
    public static Rule DeviceChallenge { get; } =
        new("device.challenge", UseAttestationChallenge, $"{Attest} §6.1, §7.4");
    public static Rule DeviceChallengeUnused { get; } =
        new("device.challenge_unused", UseAttestationChallenge, $"{Attest} §6.1, §12.1");
    public static Rule DeviceFormat { get; } = Evidence("device.format", "WebAuthn §8");
    public static Rule DeviceEvidence { get; } = Evidence("device.evidence", "WebAuthn §6.5.4, §8.4");
    public static Rule DeviceChain { get; } = Evidence("device.chain", "RFC 7515 §4.1.6, RFC 5280 §6.1");
    public static Rule DeviceRoot { get; } = Evidence("device.root", $"RFC 5280 §6.1, {Android}");
    public static Rule DeviceExtensions { get; } = Evidence("device.extensions", "RFC 5280 §4.2, §6.1.4");
    public static Rule DeviceAlgorithms { get; } = Evidence("device.algorithms", "NIST SP 800-131A");
    public static Rule DeviceIssuers { get; } = Evidence("device.issuers", "RFC 5280 §6.1.4");
    public static Rule DeviceValidity { get; } = Evidence("device.validity", "RFC 5280 §6.1.3");

    public static Rule AndroidValidity { get; } =
        DeviceValidity with
        {
            Specification = "Android, github.com/android/keyattestation",
        };
    public static Rule AndroidKeyNotRevoked { get; } = Evidence("android_key.not_revoked", Android);
    public static Rule AndroidKeyDescription { get; } =
        Evidence("android_key.description", $"WebAuthn §8.4.1, {Android}");
    public static Rule AndroidKeyChallenge { get; } = Evidence("android_key.challenge", "WebAuthn §8.4");
    public static Rule AndroidKeyDpopKey { get; } = Evidence("android_key.dpop_key", "WebAuthn §8.4, RFC 9449 §6.1");
    public static Rule AndroidKeySecurityLevel { get; } = Evidence("android_key.security_level", Android);
    public static Rule AndroidKeyOrigin { get; } = Evidence("android_key.origin", $"WebAuthn §8.4, {Android}");
    public static Rule AndroidKeyPurpose { get; } = Evidence("android_key.purpose", $"WebAuthn §8.4, {Android}");
    public static Rule AndroidKeyAlgorithm { get; } = Evidence("android_key.algorithm", Android);
    public static Rule AndroidKeyApplications { get; } = Evidence("android_key.applications", "WebAuthn §8.4");
    public static Rule AndroidKeyBootState { get; } = Evidence("android_key.boot_state", Android);
    public static Rule AndroidKeyPackage { get; } = Evidence("android_key.package", Android);
    public static Rule AndroidKeySignatureDigest { get; } = Evidence("android_key.signature_digest", Android);

    public static Rule AppAttestNonce { get; } = Evidence("app_attest.nonce", AppAttest);
    public static Rule AppAttestKeyId { get; } = Evidence("app_attest.key_id", AppAttest);
    public static Rule AppAttestRpId { get; } = Evidence("app_attest.rp_id", AppAttest);
    public static Rule AppAttestCounter { get; } = Evidence("app_attest.counter", AppAttest);
    public static Rule AppAttestEnvironment { get; } = Evidence("app_attest.environment", AppAttest);
    public static Rule AppAttestCredentialId { get; } = Evidence("app_attest.credential_id", AppAttest);
    public static Rule AppAttestCredentialKey { get; } = Evidence("app_attest.credential_key", "WebAuthn §8.8");

    public static Rule AppAssertionKey { get; } = Evidence("app_assertion.key", AppAttest);
    public static Rule AppAssertionSignature { get; } = Evidence("app_assertion.signature", AppAttest);
    public static Rule AppAssertionRpId { get; } = Evidence("app_assertion.rp_id", AppAttest);
    public static Rule AppAssertionCounter { get; } = Evidence("app_assertion.counter", AppAttest);

    private static Rule Evidence(string name, string specification) =>
        new(name, InvalidClientAttestation, specification);
}
