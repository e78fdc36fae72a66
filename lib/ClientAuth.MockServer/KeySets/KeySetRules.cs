using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.KeySets;

/// <summary>A fetched key must be what a registered one must be. One that is not is left out, not the whole set (RFC 7517 §5).</summary>
internal sealed class KeySetRules(int minimumRsaKeySize)
{
    /// <summary>What keeps a key from being used with this method, or null.</summary>
    public string? Flaw(Jwk key, string method) =>
        method == TokenEndpointAuthMethods.SelfSignedTlsClientAuth
            ? RegisteredCertificates.Problem(key) ?? RegisteredKeys.Weakness(key, minimumRsaKeySize)
            : SigningFlaw(key);

    private string? SigningFlaw(Jwk key) =>
        !PublicKeys.IsKnownType(key) ? $"a key of the type {Quote.Text(key.Kty)}"
        : !PublicKeys.MayVerify(key) ? "a key that is not for signatures"
        : RegisteredKeys.Weakness(key, minimumRsaKeySize);
}
