namespace ClientAuth.MockServer;

/// <summary>Of devices that attest themselves, in the order in which they are checked.</summary>
public static partial class CheckNames
{
    public const string DeviceRequest = "device.request";
    public const string DeviceClient = "device.client";
    public const string DeviceChallenge = "device.challenge";
    public const string DeviceChallengeUnused = "device.challenge_unused";
    public const string DeviceFormat = "device.format";
    public const string DeviceEvidence = "device.evidence";
    public const string DeviceChain = "device.chain";
    public const string DeviceRoot = "device.root";
    public const string DeviceExtensions = "device.extensions";
    public const string DeviceAlgorithms = "device.algorithms";
    public const string DeviceIssuers = "device.issuers";
    public const string DeviceValidity = "device.validity";

    public const string AndroidKeyNotRevoked = "android_key.not_revoked";
    public const string AndroidKeyDescription = "android_key.description";
    public const string AndroidKeyChallenge = "android_key.challenge";
    public const string AndroidKeyDpopKey = "android_key.dpop_key";
    public const string AndroidKeySecurityLevel = "android_key.security_level";
    public const string AndroidKeyOrigin = "android_key.origin";
    public const string AndroidKeyPurpose = "android_key.purpose";
    public const string AndroidKeyAlgorithm = "android_key.algorithm";
    public const string AndroidKeyApplications = "android_key.applications";
    public const string AndroidKeyBootState = "android_key.boot_state";
    public const string AndroidKeyPackage = "android_key.package";
    public const string AndroidKeySignatureDigest = "android_key.signature_digest";

    public const string AppAttestNonce = "app_attest.nonce";
    public const string AppAttestKeyId = "app_attest.key_id";
    public const string AppAttestRpId = "app_attest.rp_id";
    public const string AppAttestCounter = "app_attest.counter";
    public const string AppAttestEnvironment = "app_attest.environment";
    public const string AppAttestCredentialId = "app_attest.credential_id";
    public const string AppAttestCredentialKey = "app_attest.credential_key";

    public const string AppAssertionKey = "app_assertion.key";
    public const string AppAssertionSignature = "app_assertion.signature";
    public const string AppAssertionRpId = "app_assertion.rp_id";
    public const string AppAssertionCounter = "app_assertion.counter";
}
