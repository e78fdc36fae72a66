namespace ClientAuth.FailureCases.Keys;

/// <summary>The key of a MAC.</summary>
public enum MacKey
{
    /// <summary>The client's own secret.</summary>
    Secret,

    /// <summary>The octets that the client's own secret decodes to, taken for Base64url.</summary>
    DecodedSecret,

    /// <summary>The client's own secret in Base64.</summary>
    EncodedSecret,

    /// <summary>The secret of another registered client.</summary>
    OtherSecret,

    /// <summary>The client's public key as PEM: what RS256-to-HS256 confusion tries first (RFC 8725 §2.1).</summary>
    PublicKeyPem,

    /// <summary>The client's public key as DER of its SubjectPublicKeyInfo.</summary>
    PublicKeyDer,

    /// <summary>The bare octets of the public key: the modulus, or the point without compression.</summary>
    PublicKeyRaw,

    /// <summary>The client's public JWK as JSON text.</summary>
    PublicKeyJwk,

    /// <summary>The empty key.</summary>
    Empty,
}
