using System.Collections.Frozen;

namespace ClientAuth.Visuals.Jwt;

/// <summary>What a registered header parameter or claim means, in a few words, and where that is written.</summary>
internal sealed record RegisteredName(string Meaning, string Specification)
{
    private static readonly FrozenDictionary<string, RegisteredName> HeaderParameters = new Dictionary<
        string,
        RegisteredName
    >
    {
        ["alg"] = new("algorithm of the signature or MAC", "RFC 7515 §4.1.1"),
        ["jku"] = new("address of a key set; never to be followed blindly", "RFC 7515 §4.1.2"),
        ["jwk"] = new("a key inside the token; never to be trusted by itself", "RFC 7515 §4.1.3"),
        ["kid"] = new("which of the signer's keys", "RFC 7515 §4.1.4"),
        ["x5u"] = new("address of a certificate; never to be followed blindly", "RFC 7515 §4.1.5"),
        ["x5c"] = new("certificate chain of the key", "RFC 7515 §4.1.6"),
        ["x5t"] = new("SHA-1 thumbprint of the certificate", "RFC 7515 §4.1.7"),
        ["x5t#S256"] = new("SHA-256 thumbprint of the certificate", "RFC 7515 §4.1.8"),
        ["typ"] = new("kind of token", "RFC 7515 §4.1.9"),
        ["cty"] = new("kind of the content", "RFC 7515 §4.1.10"),
        ["crit"] = new("extensions that must be understood", "RFC 7515 §4.1.11"),
        ["b64"] = new("whether the payload is base64url", "RFC 7797 §3"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, RegisteredName> Claims = new Dictionary<string, RegisteredName>
    {
        ["iss"] = new("issuer: who made it", "RFC 7519 §4.1.1"),
        ["sub"] = new("subject: whom it is about", "RFC 7519 §4.1.2"),
        ["aud"] = new("audience: for whom it is meant", "RFC 7519 §4.1.3"),
        ["exp"] = new("expires", "RFC 7519 §4.1.4"),
        ["nbf"] = new("not valid before", "RFC 7519 §4.1.5"),
        ["iat"] = new("issued at", "RFC 7519 §4.1.6"),
        ["jti"] = new("unique identifier of this JWT", "RFC 7519 §4.1.7"),
        ["cnf"] = new("confirmation: the key or certificate it is bound to", "RFC 7800 §3.1"),
        ["client_id"] = new("client the token was issued to", "RFC 8693 §4.3"),
        ["scope"] = new("what it allows", "RFC 8693 §4.2"),
        ["auth_time"] = new("when the user was authenticated", "OpenID Connect Core §2"),
        ["htm"] = new("method of the HTTP request that the proof is for", "RFC 9449 §4.2"),
        ["htu"] = new("address of the HTTP request that the proof is for", "RFC 9449 §4.2"),
        ["ath"] = new("SHA-256 of the access token that the proof is for", "RFC 9449 §4.2"),
        ["nonce"] = new(
            "a value from the other side, which shows that this JWT is fresh",
            "OpenID Connect Core §2, RFC 9449 §8"
        ),
    }.ToFrozenDictionary();

    /// <summary>Claims whose number is seconds since 1970-01-01T00:00:00Z (RFC 7519 §2, NumericDate).</summary>
    public static IReadOnlyList<string> Times { get; } = ["exp", "nbf", "iat", "auth_time"];

    public static RegisteredName? OfHeader(string name) => HeaderParameters.GetValueOrDefault(name);

    public static RegisteredName? OfClaim(string name) => Claims.GetValueOrDefault(name);
}
