using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Client.Tests;

public sealed class ClientAssertionTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly AssertionSigner _signer = new AssertionSigner.Hmac(new ClientSecret(new string('x', 32)), "HS256");

    [Fact]
    public void Its_parts_make_up_the_compact_form()
    {
        var assertion = Correct().Build();

        Assert.Equal("""{"alg":"HS256","typ":"client-authentication+jwt"}""", assertion.HeaderJson);
        Assert.Equal(
            """{"iss":"app","sub":"app","aud":"https://as.example","jti":"jti-1","iat":1800000000,"exp":1800000060}""",
            assertion.ClaimsJson
        );
        Assert.Equal(
            $"{assertion.EncodedHeader}.{assertion.EncodedPayload}",
            Encoding.ASCII.GetString(assertion.SigningInput)
        );
        Assert.Equal(
            $"{assertion.EncodedHeader}.{assertion.EncodedPayload}.{assertion.EncodedSignature}",
            assertion.Compact
        );
        Assert.Equal(_signer.Sign(assertion.SigningInput), assertion.Signature.ToArray());
    }

    [Fact]
    public void A_changed_claim_changes_nothing_else()
    {
        var correct = Correct();

        Assert.Equal(
            correct.ClaimsJson.Replace("https://as.example", "https://other.example", StringComparison.Ordinal),
            correct.WithClaim("aud", "https://other.example").ClaimsJson
        );
        Assert.Equal(
            correct.ClaimsJson.Replace("\"https://as.example\"", """["a","b"]""", StringComparison.Ordinal),
            correct.WithClaim("aud", new JsonArray("a", "b")).ClaimsJson
        );
        Assert.Equal(
            correct.ClaimsJson.Replace("}", ",\"nbf\":1}", StringComparison.Ordinal),
            correct.WithClaim("nbf", 1).ClaimsJson
        );
        Assert.Equal(
            correct.ClaimsJson.Replace(",\"jti\":\"jti-1\"", "", StringComparison.Ordinal),
            correct.WithoutClaim("jti").ClaimsJson
        );
        Assert.Contains("\"aud\":\"https://as.example\"", correct.ClaimsJson, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_header_changes_the_label_and_not_the_signer()
    {
        var mislabelled = Correct().WithHeader("alg", "none").WithoutHeader("typ").WithHeader("kid", "k").Build();

        Assert.Equal("""{"alg":"none","kid":"k"}""", mislabelled.HeaderJson);
        Assert.Equal(_signer.Sign(mislabelled.SigningInput), mislabelled.Signature.ToArray());
    }

    [Fact]
    public void Another_signer_leaves_header_and_claims_alone()
    {
        var other = new AssertionSigner.Hmac(new ClientSecret(new string('y', 64)), "HS512");

        var forged = Correct().WithSigner(other).Build();

        Assert.Equal(Correct().HeaderJson, forged.HeaderJson);
        Assert.Equal(other.Sign(forged.SigningInput), forged.Signature.ToArray());
    }

    [Fact]
    public void A_finished_assertion_can_be_tampered_with()
    {
        var assertion = Correct().Build();

        Assert.EndsWith(".", assertion.WithSignature([]).Compact, StringComparison.Ordinal);
        var tampered = assertion.WithClaimsJson("""{"sub":"admin"}""");
        Assert.Equal(assertion.EncodedSignature, tampered.EncodedSignature);
        Assert.Equal("admin", DecodedJwt.Parse(tampered.Compact).ClaimString("sub"));
    }

    [Fact]
    public void It_does_not_print_its_signature()
    {
        var assertion = Correct().Build();

        Assert.Equal($"{assertion.HeaderJson}.{assertion.ClaimsJson}.(signature, not shown)", assertion.ToString());
    }

    [Fact]
    public void A_method_alters_each_assertion_before_it_is_signed()
    {
        var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(
            new ClientSecret(new string('x', 32))
        )
        {
            Lifetime = TimeSpan.FromMinutes(5),
            Alter = assertion => assertion.WithClaim("iss", "someone-else"),
        };

        var assertion = method.CreateAssertion("app", "https://as.example", _clock, "jti-1");

        Assert.Equal(
            """{"iss":"someone-else","sub":"app","aud":"https://as.example","jti":"jti-1","iat":1800000000,"exp":1800000300}""",
            assertion.ClaimsJson
        );
        Assert.Equal(_signer.Sign(assertion.SigningInput), assertion.Signature.ToArray());
    }

    private ClientAssertionBuilder Correct() =>
        ClientAssertionBuilder.For("app", "https://as.example", _signer, _clock, "jti-1");
}
