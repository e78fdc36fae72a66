using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Assertions;

/// <summary>
/// The client's keys that may have signed an assertion. The header's <c>kid</c> picks among them and is nothing but a name;
/// <c>jku</c>, <c>jwk</c>, <c>x5u</c> and <c>x5c</c> are not followed (RFC 8725 §3.10). Without a <c>kid</c>, or where two keys
/// share one, each key that fits is tried.
/// </summary>
/// <param name="jwt">The assertion.</param>
/// <param name="policy">Whether it may leave the <c>kid</c> out where there are several keys.</param>
internal sealed class CandidateKeys(DecodedJwt jwt, KeyIdPolicy policy) : IDisposable
{
    private static readonly string[] IgnoredHeaders = ["jku", "jwk", "x5u", "x5c"];

    private readonly List<AsymmetricAlgorithm> _imported = [];

    /// <summary>The keys, or null where the check failed: there is none that fits.</summary>
    public IReadOnlyList<SecurityKey>? Find(IReadOnlyList<Jwk> keys, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg")!;
        var mustName = policy == KeyIdPolicy.RequiredAmongSeveral && keys.Count > 1;
        var fitting = keys.Where(key => (HasKid || !mustName) && IsNamed(key) && MayVerify(key, alg)).ToList();
        var ignored = IgnoredHeaders.Where(name => jwt.Header.TryGetProperty(name, out _)).ToList();
        var found = trace.Check(
            Rules.Key,
            fitting is not [],
            $"a registered key for {alg}" + (mustName ? ", named by its kid" : ""),
            $"kid {Quote.Member(jwt.Header, "kid")}, {fitting.Count} of {keys.Count} registered keys"
                + (ignored is [] ? "" : $"; {string.Join(", ", ignored)} ignored")
        );
        return found ? [.. fitting.Select(Import)] : null;
    }

    public void Dispose() => _imported.ForEach(key => key.Dispose());

    /// <summary>Whether the assertion may mean this key. A kid that is no string names no key, not even one without a name.</summary>
    public bool IsNamed(Jwk key) => !HasKid || (jwt.HeaderString("kid") is { } kid && kid == key.Kid);

    private bool HasKid => jwt.Header.TryGetProperty("kid", out _);

    private static bool MayVerify(Jwk key, string alg) =>
        PublicKeys.IsKnownType(key)
        && PublicKeys.Suits(key, alg)
        && PublicKeys.MayVerify(key)
        && (key.Alg is null || key.Alg == alg);

    private SecurityKey Import(Jwk jwk)
    {
        var key = PublicKeys.Import(jwk);
        _imported.Add(key);
        return key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key);
    }
}
