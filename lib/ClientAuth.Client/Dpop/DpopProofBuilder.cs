using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.Client.Jwt;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Dpop;

/// <summary>
/// Header and claims of a DPoP proof before it is signed (RFC 9449 §4.2). Immutable: each <c>With</c> gives a changed copy, and
/// nothing is checked, so that a lesson can break exactly one part.
/// </summary>
public sealed class DpopProofBuilder
{
    private readonly JwtDraft _draft;
    private readonly ECDsa _key;

    private DpopProofBuilder(JwtDraft draft, ECDsa key)
    {
        _draft = draft;
        _key = key;
    }

    /// <summary>The JOSE header as JSON, as it will be signed.</summary>
    public string HeaderJson => _draft.HeaderJson;

    /// <summary>The claims as JSON, as they will be signed.</summary>
    public string ClaimsJson => _draft.ClaimsJson;

    /// <summary>A correct proof for one request, still without nonce and access token.</summary>
    /// <param name="key">On P-256; signs, and its public half stands in the header.</param>
    /// <param name="method">The request's, <c>htm</c>.</param>
    /// <param name="target">The request's address; <c>htu</c> is without query, fragment and password.</param>
    /// <param name="clock">Gives <c>iat</c>, in whole seconds.</param>
    /// <param name="jti">Different for each proof, and not to be guessed.</param>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public static DpopProofBuilder For(ECDsa key, HttpMethod method, Uri target, TimeProvider clock, string jti)
    {
        EcdsaSignature.RequireCurve(key, SignatureAlgorithms.ES256);
        var jwk = Jwk.FromPublicKey(key);
        var draft = new JwtDraft(
            new JsonObject
            {
                ["typ"] = JwtTypes.DpopProof,
                ["alg"] = SignatureAlgorithms.ES256,
                ["jwk"] = new JsonObject
                {
                    ["kty"] = jwk.Kty,
                    ["crv"] = jwk.Crv,
                    ["x"] = jwk.X,
                    ["y"] = jwk.Y,
                },
            },
            new JsonObject
            {
                ["jti"] = jti,
                ["htm"] = method.Method,
                ["htu"] = target.GetComponents(
                    UriComponents.SchemeAndServer | UriComponents.Path,
                    UriFormat.UriEscaped
                ),
                ["iat"] = clock.GetUtcNow().ToUnixTimeSeconds(),
            }
        );
        return new DpopProofBuilder(draft, key);
    }

    /// <summary>Adds the server's nonce (RFC 9449 §8).</summary>
    public DpopProofBuilder WithNonce(string nonce) => WithClaim("nonce", nonce);

    /// <summary>Adds <c>ath</c>, the hash of the access token that the request carries (RFC 9449 §4.2).</summary>
    public DpopProofBuilder WithAccessToken(string accessToken) =>
        WithClaim("ath", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken))));

    /// <summary>Sets or adds a claim; a string, a number, or JSON.</summary>
    public DpopProofBuilder WithClaim(string name, JsonNode? value) => new(_draft.WithClaim(name, value), _key);

    /// <summary>A copy without the claim; the same where there is none of this name.</summary>
    public DpopProofBuilder WithoutClaim(string name) => new(_draft.WithoutClaim(name), _key);

    /// <summary>Sets or adds a header parameter. A changed <c>alg</c> or <c>jwk</c> changes the label only: the key stays.</summary>
    public DpopProofBuilder WithHeader(string name, JsonNode? value) => new(_draft.WithHeader(name, value), _key);

    /// <summary>A copy without the header parameter; the same where there is none of this name.</summary>
    public DpopProofBuilder WithoutHeader(string name) => new(_draft.WithoutHeader(name), _key);

    /// <summary>Signs with another key on P-256; the header stays as it is.</summary>
    public DpopProofBuilder WithKey(ECDsa key) => new(_draft, key);

    /// <summary>Signs.</summary>
    public DpopProof Build()
    {
        var (header, claims) = (HeaderJson, ClaimsJson);
        var input = CompactSerialization.SigningInput(header, claims);
        return new DpopProof(header, claims, EcdsaSignature.Sign(_key, input, HashAlgorithmName.SHA256));
    }
}
