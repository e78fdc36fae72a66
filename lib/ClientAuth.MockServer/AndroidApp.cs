namespace ClientAuth.MockServer;

/// <summary>An app as an Android device names it in an attestation.</summary>
/// <param name="PackageName">For example <c>com.example.mobileapp</c>.</param>
/// <param name="SignatureDigests">Base64 SHA-256 of each certificate that the app may be signed with; at least one.</param>
public sealed record AndroidApp(string PackageName, IReadOnlyList<string> SignatureDigests);
