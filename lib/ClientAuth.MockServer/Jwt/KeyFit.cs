using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Jwt;

/// <summary>Which keys of a set verify a JWT, and why the others do not, in words for a trace (RFC 7517 §4).</summary>
internal static class KeyFit
{
    // So many are named in a trace.
    private const int NamedMisfits = 3;

    // What a key for encryption is for (RFC 7517 §4.3).
    private static readonly string[] EncryptionOperations =
    [
        "encrypt",
        "decrypt",
        "wrapKey",
        "unwrapKey",
        "deriveKey",
        "deriveBits",
    ];

    // Those of RFC 7518 §4.1 with a public key.
    private static readonly string[] EncryptionAlgorithms =
    [
        "RSA1_5",
        "RSA-OAEP",
        "RSA-OAEP-256",
        "RSA-OAEP-384",
        "RSA-OAEP-512",
        "ECDH-ES",
        "ECDH-ES+A128KW",
        "ECDH-ES+A192KW",
        "ECDH-ES+A256KW",
    ];

    /// <summary>Whether its owner means the key for encryption alone; a set may hold such keys beside those for signatures.</summary>
    public static bool IsForEncryption(Jwk key) =>
        (key.Use, key.KeyOps) switch
        {
            ("enc", _) => true,
            (null, [_, ..] operations) => operations.All(EncryptionOperations.Contains),
            (null, null) => EncryptionAlgorithms.Contains(key.Alg),
            _ => false,
        };

    /// <summary>What keeps a key of a known type from verifying anything, whatever the algorithm; null where nothing does.</summary>
    public static string? Contradiction(Jwk key) =>
        !PublicKeys.MayVerify(key) ? Purpose(key)
        : key.Alg is { } alg && !PublicKeys.Suits(key, alg)
            ? $"alg {Quote.Sent(alg)}, which is no signature algorithm of {PublicKeys.Kind(key)}"
        : null;

    /// <summary>Why the key does not verify signatures of this algorithm, or null where it does.</summary>
    public static string? Misfit(Jwk key, string alg) =>
        !PublicKeys.IsKnownType(key) ? $"{PublicKeys.Kind(key)}, which this server does not use"
        : !PublicKeys.Suits(key, alg) ? $"{PublicKeys.Kind(key)}, which {Quote.Sent(alg)} does not use"
        : Contradiction(key) is { } contradiction ? contradiction
        : key.Alg is not null && key.Alg != alg ? $"for {key.Alg} alone"
        : null;

    /// <summary>The keys that may have signed the JWT: its <c>kid</c> names them, or it has none, and they fit its algorithm.</summary>
    /// <param name="keys">Those that there are.</param>
    /// <param name="jwt">Says by its header which one it means; not verified.</param>
    /// <param name="alg">Its algorithm.</param>
    /// <param name="misfits">Empty where one fits; else why none does, with a colon before.</param>
    public static List<Jwk> Fitting(IReadOnlyList<Jwk> keys, DecodedJwt jwt, string alg, out string misfits)
    {
        var named = keys.Where(key => PublicKeys.IsNamed(key, jwt)).ToList();
        var fitting = named.FindAll(key => Misfit(key, alg) is null);
        misfits = fitting is [] && keys is not [] ? $": {Misfits(named is [] ? keys : named, alg, named is [])}" : "";
        return fitting;
    }

    private static string Misfits(IReadOnlyList<Jwk> keys, string alg, bool areOthers)
    {
        var words = keys.Take(NamedMisfits)
            .Select(key => areOthers ? Quote.Text(key.Kid) : $"kid {Quote.Text(key.Kid)}: {Misfit(key, alg)}");
        var all = string.Join(areOthers ? ", " : "; ", words) + (keys.Count > NamedMisfits ? "; …" : "");
        return !areOthers ? all
            : keys.Count == 1 ? $"the registered kid is {all}"
            : $"the registered kids are {all}";
    }

    private static string Purpose(Jwk key) =>
        key.Use is not (null or "sig")
            ? $"use {Quote.Sent(key.Use)}, not for signatures"
            : $"key_ops {Quote.Sent(string.Join(", ", key.KeyOps!))}, without verify";
}
