using System.Text.Json.Nodes;
using ClientAuth.Client.Jwt;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

/// <summary>
/// Header and claims of a client assertion before it is signed (RFC 7523 §3, OpenID Connect Core §9). Immutable: each
/// <c>With</c> gives a changed copy, and nothing is checked, so that a lesson can break exactly one part.
/// </summary>
public sealed class ClientAssertionBuilder
{
    /// <summary>The explicit type of a client assertion (RFC 10070).</summary>
    public const string Type = JwtTypes.ClientAuthentication;

    private readonly JwtDraft _draft;
    private readonly AssertionSigner _signer;

    private ClientAssertionBuilder(JwtDraft draft, AssertionSigner signer)
    {
        _draft = draft;
        _signer = signer;
    }

    /// <summary>The lifetime of an assertion, 60 seconds: enough for a slow network, short enough that a stolen assertion soon expires.</summary>
    public static TimeSpan DefaultLifetime { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The JOSE header as JSON, as it will be signed.</summary>
    public string HeaderJson => _draft.HeaderJson;

    /// <summary>The claims as JSON, as they will be signed.</summary>
    public string ClaimsJson => _draft.ClaimsJson;

    /// <summary>Builds a correct assertion, still unsigned.</summary>
    /// <param name="clientId">Becomes <c>iss</c> and <c>sub</c>.</param>
    /// <param name="audience">The server's issuer identifier, the one value of <c>aud</c>.</param>
    /// <param name="signer">Gives <c>alg</c> and <c>kid</c>, and the signature.</param>
    /// <param name="clock">Gives <c>iat</c>, in whole seconds.</param>
    /// <param name="jti">Different for each assertion, and not to be guessed.</param>
    /// <param name="lifetime">From <c>iat</c> to <c>exp</c>; null takes <see cref="DefaultLifetime"/>.</param>
    public static ClientAssertionBuilder For(
        string clientId,
        string audience,
        AssertionSigner signer,
        TimeProvider clock,
        string jti,
        TimeSpan? lifetime = null
    )
    {
        var issuedAt = clock.GetUtcNow();
        var header = new JsonObject { ["alg"] = signer.Algorithm, ["typ"] = Type };
        if (signer.KeyId is { } keyId)
        {
            header["kid"] = keyId;
        }

        var claims = new JsonObject
        {
            ["iss"] = clientId,
            ["sub"] = clientId,
            ["aud"] = audience,
            ["jti"] = jti,
            ["iat"] = issuedAt.ToUnixTimeSeconds(),
            ["exp"] = (issuedAt + (lifetime ?? DefaultLifetime)).ToUnixTimeSeconds(),
        };
        return new ClientAssertionBuilder(new JwtDraft(header, claims), signer);
    }

    /// <summary>Sets or adds a claim; a string, a number, or JSON such as <c>new JsonArray("a", "b")</c>.</summary>
    public ClientAssertionBuilder WithClaim(string name, JsonNode? value) =>
        new(_draft.WithClaim(name, value), _signer);

    /// <summary>A copy without the claim; the same where there is none of this name.</summary>
    public ClientAssertionBuilder WithoutClaim(string name) => new(_draft.WithoutClaim(name), _signer);

    /// <summary>Sets or adds a header parameter. A changed <c>alg</c> changes the label only: the signer stays.</summary>
    public ClientAssertionBuilder WithHeader(string name, JsonNode? value) =>
        new(_draft.WithHeader(name, value), _signer);

    /// <summary>A copy without the header parameter; the same where there is none of this name.</summary>
    public ClientAssertionBuilder WithoutHeader(string name) => new(_draft.WithoutHeader(name), _signer);

    /// <summary>Signs with another key; the header stays as it is.</summary>
    public ClientAssertionBuilder WithSigner(AssertionSigner signer) => new(_draft, signer);

    /// <summary>Signs. Each call makes a new signature; ECDSA and PSS give different bytes each time.</summary>
    public ClientAssertion Build()
    {
        var unsigned = new ClientAssertion(HeaderJson, ClaimsJson, []);
        return unsigned.WithSignature(_signer.Sign(unsigned.SigningInput));
    }
}
