using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Client.Tests.Dpop;

/// <summary>What a DPoP proof says, to the byte (RFC 9449 §4.2).</summary>
public sealed class DpopProofTests : IDisposable
{
    // The access token of RFC 9449 §7.1, and its hash there.
    private const string PublishedToken = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    private const string PublishedHash = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";

    private static readonly Uri Target = new("https://as.example/token?a=b#c");

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_proof_holds_its_type_its_key_and_the_request_that_it_is_for()
    {
        var proof = Builder().Build();

        var jwk = Jwk.FromPublicKey(_key);
        Assert.Equal(
            $$$"""{"typ":"dpop+jwt","alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"{{{jwk.X}}}","y":"{{{jwk.Y}}}"}}""",
            proof.HeaderJson
        );
        Assert.Equal(
            """{"jti":"jti-1","htm":"POST","htu":"https://as.example/token","iat":1800000000}""",
            proof.ClaimsJson
        );
    }

    [Fact]
    public void Nonce_and_access_token_are_added_where_there_are_any()
    {
        var claims = Builder().WithNonce("n-1").WithAccessToken(PublishedToken).ClaimsJson;

        Assert.Equal(
            $$"""{"jti":"jti-1","htm":"POST","htu":"https://as.example/token","iat":1800000000,"nonce":"n-1","ath":"{{PublishedHash}}"}""",
            claims
        );
    }

    [Fact]
    public void The_signature_is_the_keys_own()
    {
        var jwt = DecodedJwt.Parse(Builder().Build().Compact);

        Assert.True(_key.VerifyData(jwt.SigningInput, jwt.Signature.Span, HashAlgorithmName.SHA256));
    }

    [Fact]
    public void One_part_can_be_broken_and_the_rest_stays()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var broken = Builder().WithClaim("htm", "GET").WithoutClaim("jti").WithHeader("typ", "JWT").WithKey(other);

        Assert.Equal("""{"htm":"GET","htu":"https://as.example/token","iat":1800000000}""", broken.ClaimsJson);
        var jwt = DecodedJwt.Parse(broken.Build().Compact);
        Assert.Equal("JWT", jwt.HeaderString("typ"));
        Assert.True(other.VerifyData(jwt.SigningInput, jwt.Signature.Span, HashAlgorithmName.SHA256));
        Assert.Equal(Jwk.FromPublicKey(_key).X, jwt.Header.GetProperty("jwk").GetProperty("x").GetString());
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        var error = Assert.Throws<ArgumentException>(() =>
            DpopProofBuilder.For(other, HttpMethod.Post, Target, _clock, "jti-1")
        );

        Assert.Equal("ES256 needs a key on P-256, this one is on a curve of 384 bits (RFC 7518 §3.4).", error.Message);
    }

    [Fact]
    public void A_key_keeps_the_nonce_of_each_server_apart()
    {
        var key = new DpopKey(_key, _clock) { NewJti = () => "jti-1" };
        key.Learn(Target, "n-1");
        key.Learn(new Uri("https://api.example/"), "n-2");
        key.Learn(Target, nonce: null);

        Assert.Equal("n-1", NonceIn(key.Prove(HttpMethod.Post, Target)));
        Assert.Equal("n-2", NonceIn(key.Prove(HttpMethod.Get, new Uri("https://api.example/things"))));
        Assert.Null(NonceIn(key.Prove(HttpMethod.Get, new Uri("https://as.example:8443/token"))));
        Assert.Equal(Jwk.FromPublicKey(_key).Thumbprint(), key.ToString());
    }

    [Fact]
    public void A_name_and_password_in_the_address_stay_out_of_the_proof()
    {
        var key = new DpopKey(_key, _clock);
        key.Learn(Target, "n-1");

        var proof = key.Prove(HttpMethod.Post, new Uri("https://somebody:something@as.example:443/token?a=b"));

        Assert.Contains("\"htu\":\"https://as.example/token\"", proof.ClaimsJson, StringComparison.Ordinal);
        Assert.Equal("n-1", NonceIn(proof));
    }

    [Fact]
    public void A_proof_does_not_print_what_makes_it_usable()
    {
        var proof = Builder().Build();

        Assert.DoesNotContain(proof.Compact.Split('.')[2], proof.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(signature, not shown)", proof.ToString(), StringComparison.Ordinal);
    }

    private static string? NonceIn(DpopProof proof) =>
        JsonDocument.Parse(Encoding.UTF8.GetBytes(proof.ClaimsJson)).RootElement.TryGetProperty("nonce", out var nonce)
            ? nonce.GetString()
            : null;

    private DpopProofBuilder Builder() => DpopProofBuilder.For(_key, HttpMethod.Post, Target, _clock, "jti-1");
}
