using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Jwt;

/// <summary>
/// A public key that a request brings along: <c>jwk</c> of a DPoP proof, <c>cnf</c> of an attestation. It says which key, not
/// whose; that is the business of whoever compares its thumbprint.
/// </summary>
internal sealed class ProofKey : IDisposable
{
    private readonly Jwk _jwk;
    private readonly AsymmetricAlgorithm _key;

    private ProofKey(Jwk jwk, AsymmetricAlgorithm key)
    {
        _jwk = jwk;
        _key = key;
        Thumbprint = jwk.Thumbprint();
    }

    /// <summary>SHA-256 over the key's required members (RFC 7638), as <c>jkt</c> has it.</summary>
    public string Thumbprint { get; }

    /// <summary>The key as an owner of <c>jti</c>s, apart from any client's identifier (RFC 9278 §3).</summary>
    public string Uri => $"urn:ietf:params:oauth:jwk-thumbprint:sha-256:{Thumbprint}";

    public SecurityKey SecurityKey => PublicKeys.ForVerifying(_key);

    /// <summary>Why signatures of this algorithm are not verified with it, in words for a trace; null where they are.</summary>
    public string? Misfit(string alg) => KeyFit.Misfit(_jwk, alg);

    /// <summary>Reads the member of an object, or says in <paramref name="problem"/> why it is no such key; never quotes it.</summary>
    public static bool TryRead(
        JsonElement holder,
        int minimumRsaKeySize,
        [NotNullWhen(true)] out ProofKey? key,
        [NotNullWhen(false)] out string? problem
    )
    {
        key = null;
        if (holder.ValueKind != JsonValueKind.Object || !holder.TryGetProperty("jwk", out var json))
        {
            problem = "no jwk";
            return false;
        }

        if (!TryParse(json, out var jwk) || !PublicKeys.IsKnownType(jwk) || !TryImport(jwk, out var imported))
        {
            problem = HasPrivateMember(json) ? "a jwk with a private member" : "a jwk that is no public RSA or EC key";
            return false;
        }

        if (imported is RSA && !RsaKeySizes.Fits(imported.KeySize, minimumRsaKeySize))
        {
            problem = $"an RSA key of {imported.KeySize} bits";
            imported.Dispose();
            return false;
        }

        problem = null;
        key = new ProofKey(jwk, imported);
        return true;
    }

    public void Dispose() => _key.Dispose();

    private static bool HasPrivateMember(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && (json.TryGetProperty("d", out _) || json.TryGetProperty("k", out _));

    // The reader itself refuses a key with a private member.
    private static bool TryParse(JsonElement json, [NotNullWhen(true)] out Jwk? jwk)
    {
        try
        {
            jwk = json.Deserialize(ProtocolJson.Default.Jwk);
        }
        catch (JsonException)
        {
            jwk = null;
        }

        return jwk is not null;
    }

    private static bool TryImport(Jwk jwk, [NotNullWhen(true)] out AsymmetricAlgorithm? key)
    {
        try
        {
            key = PublicKeys.Import(jwk);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            key = null;
        }

        return key is not null;
    }
}
