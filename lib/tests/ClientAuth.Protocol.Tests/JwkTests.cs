using System.Security.Cryptography;
using System.Text.Json;

namespace ClientAuth.Protocol.Tests;

public sealed class JwkTests
{
    [Theory]
    [InlineData("d")]
    [InlineData("p")]
    [InlineData("q")]
    [InlineData("dp")]
    [InlineData("dq")]
    [InlineData("qi")]
    [InlineData("oth")]
    [InlineData("k")]
    public void A_private_member_is_refused_by_name(string member)
    {
        var error = Assert.Throws<JsonException>(() =>
            Read($$"""{"keys":[{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ","{{member}}":"AQ"}]}""")
        );

        Assert.Equal(
            $"The JWK has the private member '{member}'; register the public key only.",
            (error.InnerException ?? error).Message.Split(" Path:")[0]
        );
    }

    [Theory]
    [InlineData("""{"keys":[null]}""", "The JWK Set holds null in place of a key; leave it out.")]
    [InlineData(
        """{"keys":[{"kty":"EC","x5c":[null]}]}""",
        "The JWK holds null in place of a certificate in x5c; leave it out."
    )]
    public void Null_is_no_element(string json, string message)
    {
        var error = Assert.Throws<JsonException>(() => Read(json));

        Assert.Equal(message, (error.InnerException ?? error).Message.Split(" Path:")[0]);
    }

    [Fact]
    public void A_member_that_is_not_known_is_kept()
    {
        var key = Assert.Single(Read("""{"keys":[{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ","x5t":"abc"}]}""").Keys);

        Assert.Equal("abc", key.OtherMembers!["x5t"].GetString());
    }

    [Fact]
    public void A_key_without_kty_is_refused() =>
        Assert.Throws<JsonException>(() => Read("""{"keys":[{"crv":"P-256"}]}"""));

    [Theory]
    [InlineData("nistP256", "P-256", 43)]
    [InlineData("nistP384", "P-384", 64)]
    [InlineData("nistP521", "P-521", 88)]
    public void An_ec_key_has_its_curve_and_coordinates_of_full_width(string curve, string name, int length)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));

        var jwk = Jwk.FromPublicKey(key);

        Assert.Equal(("EC", name), (jwk.Kty, jwk.Crv));
        Assert.Equal((length, length), (jwk.X!.Length, jwk.Y!.Length));
        Assert.Equal(jwk.Thumbprint(), jwk.Kid);
    }

    [Fact]
    public void Only_the_public_half_of_a_key_is_written()
    {
        using var key = RSA.Create(2048);
        var set = new JwkSet { Keys = [Jwk.FromPublicKey(key)] };

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(set, ProtocolJson.Default.JwkSet));

        Assert.Equal(
            ["kty", "kid", "n", "e"],
            json.RootElement.GetProperty("keys")[0].EnumerateObject().Select(member => member.Name)
        );
    }

    [Fact]
    public void A_key_that_has_no_jwk_form_is_refused_by_name()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

        var error = Assert.Throws<NotSupportedException>(() => Jwk.FromPublicKey(key));

        Assert.EndsWith(" key has no JWK form here; use RSA or ECDsa.", error.Message, StringComparison.Ordinal);
    }

    private static JwkSet Read(string json) => JsonSerializer.Deserialize(json, ProtocolJson.Default.JwkSet)!;
}
