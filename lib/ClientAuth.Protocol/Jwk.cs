using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientAuth.Protocol;

/// <summary>
/// A public JSON Web Key (RFC 7517 §4, RFC 7518 §6). There is no member for a private part, and reading one that has it
/// is a <see cref="JsonException"/>: a private key does not belong in a registration.
/// </summary>
public sealed record Jwk : IJsonOnDeserialized
{
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>The kind of key, <c>RSA</c> or <c>EC</c>.</summary>
    public required string Kty { get; init; }

    /// <summary>What the key is for, <c>sig</c> or <c>enc</c> (RFC 7517 §4.2).</summary>
    public string? Use { get; init; }

    /// <summary>The operations that the key is for (RFC 7517 §4.3).</summary>
    public IReadOnlyList<string>? KeyOps { get; init; }

    /// <summary>The one algorithm that the key is for (RFC 7517 §4.4).</summary>
    public string? Alg { get; init; }

    /// <summary>The name of the key in its set; a JWT's header names it.</summary>
    public string? Kid { get; init; }

    /// <summary>The curve of an EC key, for example <c>P-256</c>.</summary>
    public string? Crv { get; init; }

    /// <summary>The x coordinate of an EC key, base64url.</summary>
    public string? X { get; init; }

    /// <summary>The y coordinate of an EC key, base64url.</summary>
    public string? Y { get; init; }

    /// <summary>The modulus of an RSA key, base64url.</summary>
    public string? N { get; init; }

    /// <summary>The exponent of an RSA key, base64url.</summary>
    public string? E { get; init; }

    /// <summary>Certificate chain, standard Base64 of DER, the key's own certificate first (RFC 7517 §4.7).</summary>
    public IReadOnlyList<string>? X5c { get; init; }

    /// <summary>Members that this type does not know; kept so that none is private unnoticed.</summary>
    [JsonInclude, JsonExtensionData] // not init: the generated reader cannot fill extension data through a constructor
    public IDictionary<string, JsonElement>? OtherMembers { get; internal set; }

    /// <summary>The public half of a key; <c>kid</c> is the RFC 7638 thumbprint.</summary>
    /// <exception cref="NotSupportedException">The key is neither RSA nor on one of the curves P-256, P-384 and P-521.</exception>
    public static Jwk FromPublicKey(AsymmetricAlgorithm key)
    {
        var jwk = key switch
        {
            RSA rsa => FromRsa(rsa.ExportParameters(includePrivateParameters: false)),
            ECDsa ec => FromEc(ec.ExportParameters(includePrivateParameters: false)),
            _ => throw new NotSupportedException($"A {key.GetType().Name} key has no JWK form here; use RSA or ECDsa."),
        };
        return jwk with { Kid = jwk.Thumbprint() };
    }

    /// <summary>The public half of a certificate's key, with the certificate in <c>x5c</c>.</summary>
    public static Jwk FromCertificate(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm key =
            (AsymmetricAlgorithm?)certificate.GetRSAPublicKey()
            ?? certificate.GetECDsaPublicKey()
            ?? throw new NotSupportedException("The certificate's key is neither RSA nor ECDSA.");
        return FromPublicKey(key) with { X5c = [Convert.ToBase64String(certificate.RawData)] };
    }

    /// <summary>Base64url SHA-256 of the key's required members in lexicographic order (RFC 7638 §3).</summary>
    public string Thumbprint()
    {
        var canonical = Kty switch
        {
            "RSA" => $$"""{"e":"{{E}}","kty":"RSA","n":"{{N}}"}""",
            "EC" => $$"""{"crv":"{{Crv}}","kty":"EC","x":"{{X}}","y":"{{Y}}"}""",
            _ => throw new NotSupportedException($"No thumbprint is defined here for kty '{Kty}'."),
        };
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (PrivateMembers.FirstOrDefault(name => OtherMembers?.ContainsKey(name) is true) is { } name)
        {
            throw new JsonException($"The JWK has the private member '{name}'; register the public key only.");
        }

        if (X5c?.Contains(null) is true)
        {
            throw new JsonException("The JWK holds null in place of a certificate in x5c; leave it out.");
        }
    }

    private static Jwk FromRsa(RSAParameters key) =>
        new()
        {
            Kty = "RSA",
            N = Base64Url.EncodeToString(key.Modulus),
            E = Base64Url.EncodeToString(key.Exponent),
        };

    private static Jwk FromEc(ECParameters key) =>
        new()
        {
            Kty = "EC",
            Crv = CurveName(key.Curve),
            X = Base64Url.EncodeToString(key.Q.X),
            Y = Base64Url.EncodeToString(key.Q.Y),
        };

    // Platforms name the curves differently (Windows leaves the OID value empty for some), so both forms are known.
    private static string CurveName(ECCurve curve) =>
        (curve.Oid.Value ?? curve.Oid.FriendlyName) switch
        {
            "1.2.840.10045.3.1.7" or "nistP256" or "ECDSA_P256" => "P-256",
            "1.3.132.0.34" or "nistP384" or "ECDSA_P384" => "P-384",
            "1.3.132.0.35" or "nistP521" or "ECDSA_P521" => "P-521",
            var name => throw new NotSupportedException($"The curve '{name}' has no registered JWK name here."),
        };
}

/// <summary>A set of public keys (RFC 7517 §5); reading one that holds null is a <see cref="JsonException"/>.</summary>
public sealed record JwkSet : IJsonOnDeserialized
{
    public required IReadOnlyList<Jwk> Keys { get; init; }

    // The serializer checks members for null, not the elements of a list.
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Keys.Contains(null))
        {
            throw new JsonException("The JWK Set holds null in place of a key; leave it out.");
        }
    }
}
