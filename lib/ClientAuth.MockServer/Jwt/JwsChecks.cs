using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Jwt;

/// <summary>
/// Format, header and signature of a JWT (RFC 7515). Every kind of JWT that the server verifies is checked here; the rule that
/// a check enforces is given by the kind.
/// </summary>
internal static class JwsChecks
{
    private const string MediaTypePrefix = "application/";

    // The server understands no extension, b64 (RFC 7797) included.
    private static readonly string[] ExtensionHeaders = ["crit", "b64"];

    /// <summary>The JWT, taken apart and not verified, or null where it is none.</summary>
    public static DecodedJwt? Read(string? compact, Rule format, CheckTrace trace)
    {
        var isJwt = DecodedJwt.TryParse(compact ?? "", out var jwt, out var problem);
        trace.Check(format, isJwt, "one JWS in compact serialization", problem ?? Quote.Jws(jwt!));
        return jwt;
    }

    /// <summary>Type, algorithm and extensions of a JWT that must say what it is (RFC 8725 §3.11).</summary>
    public static bool CheckHeader(DecodedJwt jwt, JwtKind kind, IReadOnlyList<string> algorithms, CheckTrace trace) =>
        CheckTyp(jwt, kind.Type, kind.Typ, trace)
        && CheckAlg(jwt, algorithms, kind.Alg, trace)
        && CheckCrit(jwt, kind.Crit, trace);

    /// <param name="jwt">The JWT.</param>
    /// <param name="type">What <c>typ</c> must be; <c>application/</c> may stand before it (RFC 7515 §4.1.9).</param>
    /// <param name="rule">The rule that says so.</param>
    /// <param name="trace">Where the check leaves its line.</param>
    /// <param name="orPlain">Whether <c>JWT</c> or no <c>typ</c> at all will do as well.</param>
    public static bool CheckTyp(DecodedJwt jwt, string type, Rule rule, CheckTrace trace, bool orPlain = false)
    {
        var sent = WithoutPrefix(jwt.HeaderString("typ"));
        var isPlain = Is(sent, "JWT") || !jwt.Header.TryGetProperty("typ", out _);
        return trace.Check(
            rule,
            Is(sent, type) || (orPlain && isPlain),
            orPlain ? $"{type}, JWT or nothing" : type,
            Quote.Member(jwt.Header, "typ")
        );
    }

    public static bool CheckAlg(DecodedJwt jwt, IReadOnlyList<string> algorithms, Rule rule, CheckTrace trace) =>
        trace.Check(
            rule,
            jwt.HeaderString("alg") is { } alg && algorithms.Contains(alg, StringComparer.Ordinal),
            algorithms is []
                ? "no algorithm: the server allows none of this client's"
                : string.Join(" or ", algorithms),
            Quote.Member(jwt.Header, "alg")
        );

    /// <summary>No extension is understood, so none may be critical (RFC 7515 §4.1.11).</summary>
    public static bool CheckCrit(DecodedJwt jwt, Rule rule, CheckTrace trace)
    {
        var present = ExtensionHeaders.Where(name => jwt.Header.TryGetProperty(name, out _)).ToList();
        return trace.Check(
            rule,
            present is [],
            "neither crit nor b64",
            present is [] ? "neither crit nor b64" : string.Join(", ", present)
        );
    }

    /// <param name="jwt">A JWT whose header has been checked.</param>
    /// <param name="keys">Keys that fit its algorithm.</param>
    /// <param name="whose">Whose key it is, for the trace.</param>
    /// <param name="rule">The rule that the signature must satisfy.</param>
    /// <param name="trace">Where the check leaves its line.</param>
    public static bool CheckSignature(
        DecodedJwt jwt,
        IReadOnlyList<SecurityKey> keys,
        string whose,
        Rule rule,
        CheckTrace trace
    )
    {
        var holds = SignedBy(jwt, keys) is not null;
        return trace.Check(
            rule,
            holds,
            $"a signature by {jwt.HeaderString("alg")} with {whose}",
            Quote.Bytes(jwt.Signature.Span) + (holds ? $", verified with {whose}" : $" that {whose} did not make")
        );
    }

    /// <summary>Which of the keys made the signature (RFC 7515 §5.2), or null; leaves no line.</summary>
    public static int? SignedBy(DecodedJwt jwt, IReadOnlyList<SecurityKey> keys)
    {
        if (keys is [UnsecuredKey])
        {
            return jwt.Signature.IsEmpty ? 0 : null;
        }

        if (jwt.Signature.IsEmpty)
        {
            return null;
        }

        // Each is tried, whether or not one before has verified: the time tells nothing about which.
        var (input, signature) = (jwt.SigningInput, jwt.Signature.ToArray());
        var verdicts = keys.Select(key => Verifies(key, jwt.HeaderString("alg")!, input, signature)).ToList();
        return verdicts.IndexOf(true) is >= 0 and var first ? first : null;
    }

    /// <summary>Whether the key made the signature over these octets (RFC 7515 §5.2).</summary>
    // A factory of its own: the default one caches providers in a static.
    internal static bool Verifies(SecurityKey key, string alg, byte[] signingInput, byte[] signature)
    {
        if (key is SymmetricSecurityKey secret && MacKeySizes.HashOf(alg) is { } hash)
        {
            return CryptographicOperations.FixedTimeEquals(
                CryptographicOperations.HmacData(hash, secret.Key, signingInput),
                signature
            );
        }

        if (key.CryptoProviderFactory is HeldSignatureProviders held)
        {
            return held.Verifies(alg, signingInput, signature);
        }

        var factory = new CryptoProviderFactory { CacheSignatureProviders = false };
        var provider = factory.CreateForVerifying(key, alg);
        try
        {
            return provider.Verify(signingInput, signature);
        }
        finally
        {
            factory.ReleaseSignatureProvider(provider);
        }
    }

    private static bool Is(string? sent, string type) => string.Equals(sent, type, StringComparison.OrdinalIgnoreCase);

    [return: NotNullIfNotNull(nameof(type))]
    private static string? WithoutPrefix(string? type) =>
        type?.StartsWith(MediaTypePrefix, StringComparison.OrdinalIgnoreCase) is true
            ? type[MediaTypePrefix.Length..]
            : type;
}

/// <summary>One kind of JWT that says what it is, and the rules for it.</summary>
/// <param name="Type">Its <c>typ</c>, one of <see cref="JwtTypes"/>.</param>
/// <param name="Typ">The rule that says so.</param>
/// <param name="Alg">The rule for its algorithm.</param>
/// <param name="Crit">The rule for extensions.</param>
internal sealed record JwtKind(string Type, Rule Typ, Rule Alg, Rule Crit);

/// <summary>
/// In place of a key where a server believes <c>alg</c> <c>none</c> (RFC 7518 §3.6): the signature must be empty, and then it "holds". No
/// server has it unless <see cref="Defence.AlgorithmOfRegistration"/> is switched off.
/// </summary>
internal sealed class UnsecuredKey : SecurityKey
{
    public override int KeySize => 0;
}
