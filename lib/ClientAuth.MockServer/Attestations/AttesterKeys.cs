using System.Security.Cryptography;
using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Attestations;

/// <summary>
/// The keys of trusted attesters that may have signed an attestation. <c>iss</c> and <c>kid</c> pick among them where they are
/// there; keys that the attestation itself brings are not looked at.
/// </summary>
internal sealed class AttesterKeys(IReadOnlyList<ClientAttester> attesters, DecodedJwt jwt) : IDisposable
{
    private readonly List<AsymmetricAlgorithm> _imported = [];

    /// <summary>The keys, or an empty list where none fits.</summary>
    public IReadOnlyList<SecurityKey> Find(CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg")!;
        var trusted = attesters.SelectMany(attester => attester.Keys.Keys).ToList();
        var fitting = attesters
            .Where(IsNamed)
            .SelectMany(attester => attester.Keys.Keys)
            .Where(key => IsNamed(key) && PublicKeys.Suits(key, alg))
            .ToList();
        trace.Check(
            Rules.AttestationAttester,
            fitting is not [],
            $"a trusted attester's key for {alg}",
            $"iss {Quote.Member(jwt.Payload, "iss")}, kid {Quote.Member(jwt.Header, "kid")}, "
                + $"{fitting.Count} of {trusted.Count} trusted keys"
        );
        return [.. fitting.Select(Import)];
    }

    public void Dispose() => _imported.ForEach(key => key.Dispose());

    // A name that is no string names nobody, and no key.
    private bool IsNamed(ClientAttester attester) =>
        !jwt.Payload.TryGetProperty("iss", out _) || jwt.ClaimString("iss") == attester.Issuer;

    private bool IsNamed(Jwk key) =>
        !jwt.Header.TryGetProperty("kid", out _) || (jwt.HeaderString("kid") is { } kid && kid == key.Kid);

    private SecurityKey Import(Jwk jwk)
    {
        var key = PublicKeys.Import(jwk);
        _imported.Add(key);
        return key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key);
    }
}
