using System.Security.Cryptography;
using ClientAuth.Credentials;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Client.Tests;

public sealed class AssertionSignerTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    public static TheoryData<string> Asymmetric => [.. SignatureAlgorithms.Asymmetric];

    public static TheoryData<string> Symmetric => [.. SignatureAlgorithms.Symmetric];

    [Theory]
    [MemberData(nameof(Asymmetric))]
    public void The_public_key_alone_verifies_what_the_private_key_signed(string algorithm)
    {
        using var key = KeyAlgorithm.ForSignature(algorithm).CreateKey();
        var jwt = Sign(AssertionSigner.ForKey(key, algorithm, "key-1"));

        Assert.Equal((algorithm, "key-1"), (jwt.HeaderString("alg"), jwt.HeaderString("kid")));
        Assert.True(Verifies(key, algorithm, jwt.SigningInput, jwt.Signature.ToArray()));
        Assert.False(Verifies(key, algorithm, [.. jwt.SigningInput, 0], jwt.Signature.ToArray()));
    }

    [Theory]
    [InlineData("ES256", 64)]
    [InlineData("ES384", 96)]
    [InlineData("ES512", 132)]
    public void An_ecdsa_signature_is_R_and_S_side_by_side(string algorithm, int length)
    {
        using var key = KeyAlgorithm.ForSignature(algorithm).CreateKey();

        Assert.Equal(length, Sign(AssertionSigner.ForKey(key, algorithm)).Signature.Length);
    }

    [Theory]
    [MemberData(nameof(Symmetric))]
    public void The_same_secret_makes_the_same_mac(string algorithm)
    {
        var secret = NewClientSecret.ForAlgorithm(algorithm);
        var jwt = Sign(new AssertionSigner.Hmac(secret, algorithm));

        Assert.Null(jwt.HeaderString("kid"));
        Assert.Equal(
            CryptographicOperations.HmacData(Hash(algorithm), secret.RevealBytes(), jwt.SigningInput),
            jwt.Signature.ToArray()
        );
    }

    [Theory]
    [InlineData("HS256", 31, 32)]
    [InlineData("HS384", 47, 48)]
    [InlineData("HS512", 63, 64)]
    public void A_secret_shorter_than_the_hash_is_refused(string algorithm, int have, int need)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new AssertionSigner.Hmac(new ClientSecret(new string('x', have)), algorithm)
        );

        Assert.Equal(
            $"{algorithm} needs a secret of at least {need} bytes, this one has {have} (RFC 7518 §3.2). Generate a longer one.",
            error.Message
        );
        Assert.NotNull(new AssertionSigner.Hmac(new ClientSecret(new string('x', need)), algorithm));
    }

    [Theory]
    [InlineData(
        KeyAlgorithm.EcP384,
        "ES256",
        "ES256 needs a key on P-256, this one is on a curve of 384 bits (RFC 7518 §3.4)."
    )]
    [InlineData(
        KeyAlgorithm.EcP256,
        "ES512",
        "ES512 needs a key on P-521, this one is on a curve of 256 bits (RFC 7518 §3.4)."
    )]
    [InlineData(KeyAlgorithm.EcP256, "RS256", "An EC key does not go with 'RS256'; use one of ES256, ES384, ES512.")]
    [InlineData(
        KeyAlgorithm.Rsa2048,
        "ES256",
        "An RSA key does not go with 'ES256'; use one of RS256, RS384, RS512, PS256, PS384, PS512."
    )]
    [InlineData(
        KeyAlgorithm.Rsa2048,
        "none",
        "An RSA key does not go with 'none'; use one of RS256, RS384, RS512, PS256, PS384, PS512."
    )]
    public void A_key_of_another_kind_is_refused(KeyAlgorithm kind, string algorithm, string message)
    {
        using var key = kind.CreateKey();

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => AssertionSigner.ForKey(key, algorithm)).Message);
    }

    [Fact]
    public void A_short_rsa_key_is_refused()
    {
#pragma warning disable CA5385 // the weak key is the point of this test
        using var key = RSA.Create(1024);
#pragma warning restore CA5385

        Assert.Equal(
            "RS256 needs an RSA key of at least 2048 bits, this one has 1024 (RFC 7518 §3.3).",
            Assert.Throws<ArgumentException>(() => AssertionSigner.ForKey(key, "RS256")).Message
        );
    }

    [Fact]
    public void A_public_key_algorithm_takes_no_secret() =>
        Assert.Equal(
            "A client secret does not go with 'ES256'; use one of HS256, HS384, HS512.",
            Assert
                .Throws<ArgumentException>(() => new AssertionSigner.Hmac(NewClientSecret.Generate(), "ES256"))
                .Message
        );

    private static HashAlgorithmName Hash(string algorithm) => new($"SHA{algorithm[2..]}");

    private static bool Verifies(AsymmetricAlgorithm key, string algorithm, byte[] input, byte[] signature) =>
        key is RSA rsa
            ? rsa.VerifyData(
                input,
                signature,
                Hash(algorithm),
                algorithm.StartsWith("PS", StringComparison.Ordinal)
                    ? RSASignaturePadding.Pss
                    : RSASignaturePadding.Pkcs1
            )
            : ((ECDsa)key).VerifyData(
                input,
                signature,
                Hash(algorithm),
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );

    private DecodedJwt Sign(AssertionSigner signer) =>
        DecodedJwt.Parse(
            ClientAssertionBuilder.For("app", "https://as.example", signer, _clock, "jti-1").Build().Compact
        );
}
