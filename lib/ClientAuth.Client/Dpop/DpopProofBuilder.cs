using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Dpop;

/// <summary>
/// Header and claims of a DPoP proof before it is signed (RFC 9449 §4.2). Immutable: each <c>With</c> gives a changed copy, and
/// nothing is checked, so that a lesson can break exactly one part.
/// </summary>
public sealed class DpopProofBuilder
{
    private readonly JsonObject _header;
    private readonly JsonObject _claims;
    private readonly AssertionSigner _signer;

    private DpopProofBuilder(JsonObject header, JsonObject claims, AssertionSigner signer)
    {
        _header = header;
        _claims = claims;
        _signer = signer;
    }

    public string HeaderJson => JwtJson.Write(_header);

    public string ClaimsJson => JwtJson.Write(_claims);

    /// <summary>A correct proof for one request, still without nonce and access token.</summary>
    /// <param name="key">On P-256; signs, and its public half stands in the header.</param>
    /// <param name="method">The request's, <c>htm</c>.</param>
    /// <param name="target">The request's address; <c>htu</c> is without query, fragment and password.</param>
    /// <param name="clock">Gives <c>iat</c>, in whole seconds.</param>
    /// <param name="jti">Different for each proof, and not to be guessed.</param>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public static DpopProofBuilder For(ECDsa key, HttpMethod method, Uri target, TimeProvider clock, string jti)
    {
        var signer = new AssertionSigner.Ecdsa(key, SignatureAlgorithms.ES256);
        var jwk = Jwk.FromPublicKey(key);
        return new DpopProofBuilder(
            new JsonObject
            {
                ["typ"] = JwtTypes.DpopProof,
                ["alg"] = signer.Algorithm,
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
            },
            signer
        );
    }

    /// <summary>Adds the server's nonce (RFC 9449 §8).</summary>
    public DpopProofBuilder WithNonce(string nonce) => WithClaim("nonce", nonce);

    /// <summary>Adds <c>ath</c>, the hash of the access token that the request carries (RFC 9449 §4.2).</summary>
    public DpopProofBuilder WithAccessToken(string accessToken) =>
        WithClaim("ath", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken))));

    /// <summary>Sets or adds a claim; a string, a number, or JSON.</summary>
    public DpopProofBuilder WithClaim(string name, JsonNode? value) =>
        new(_header, JwtJson.Set(_claims, name, value), _signer);

    public DpopProofBuilder WithoutClaim(string name) => new(_header, JwtJson.Remove(_claims, name), _signer);

    /// <summary>Sets or adds a header parameter. A changed <c>alg</c> or <c>jwk</c> changes the label only: the signer stays.</summary>
    public DpopProofBuilder WithHeader(string name, JsonNode? value) =>
        new(JwtJson.Set(_header, name, value), _claims, _signer);

    public DpopProofBuilder WithoutHeader(string name) => new(JwtJson.Remove(_header, name), _claims, _signer);

    /// <summary>Signs with another key; the header stays as it is.</summary>
    public DpopProofBuilder WithSigner(AssertionSigner signer) => new(_header, _claims, signer);

    /// <summary>Signs.</summary>
    public DpopProof Build()
    {
        var (header, claims) = (HeaderJson, ClaimsJson);
        return new DpopProof(header, claims, _signer.Sign(DpopProof.SigningInput(header, claims)));
    }
}
