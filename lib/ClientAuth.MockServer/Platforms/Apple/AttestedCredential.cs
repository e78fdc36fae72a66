namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>Which key an authenticator attests (WebAuthn §6.5.1).</summary>
/// <param name="Aaguid">What kind of authenticator it is; App Attest names its environment here.</param>
/// <param name="Id">The key's identifier.</param>
/// <param name="PublicKey">The key, in COSE.</param>
internal sealed record AttestedCredential(byte[] Aaguid, byte[] Id, byte[] PublicKey);
