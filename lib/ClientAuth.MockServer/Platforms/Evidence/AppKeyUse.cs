namespace ClientAuth.MockServer.Platforms.Evidence;

/// <summary>One use of an app's key that was verified and is still to be remembered.</summary>
/// <param name="ClientId">Whose app it is.</param>
/// <param name="KeyId">Base64 SHA-256 of the key.</param>
/// <param name="Counter">How often the device has used it, by its own count; 0 for the attestation of the key.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, what later assertions are verified with.</param>
internal sealed record AppKeyUse(string ClientId, string KeyId, uint Counter, byte[] PublicKey);
