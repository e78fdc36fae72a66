using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;
using static ClientAuth.Client.ClientAuthenticationMethodConfiguration;
using Names = ClientAuth.Protocol.TokenEndpointAuthMethods;

namespace ClientAuth.Lab.OwnServer.Mistakes;

/// <summary>Mistakes with an assertion: its times, its audience, its key.</summary>
internal static class AssertionMistakes
{
    private const long AnHour = 3600;
    private const int RsaBits = 2048;

    private static readonly string[] Signed = [Names.PrivateKeyJwt, Names.ClientSecretJwt];

    public static IReadOnlyList<AskedMistake> All { get; } =
    [
        new(
            1,
            "Clock an hour ahead",
            Signed,
            "The server accepts an assertion from the future. An assertion that is stolen today is then good until its exp.",
            good => ProbeRequest.Of(good.WithAssertion(claims => Later(Later(claims, "iat"), "exp")))
        ),
        new(
            6,
            "aud of the other kind",
            Signed,
            "The server accepts both kinds, as servers once did. An assertion for one server can then be passed on to another (RFC 10070 §1).",
            good => ProbeRequest.Of(good.WithAssertion(claims => claims.WithClaim("aud", OtherAudience(good))))
        ),
        new(
            9,
            "Key not registered",
            [Names.PrivateKeyJwt],
            "The server does not verify the signature, or accepts any key. Its other checks then protect nothing.",
            SignedByAnotherKey
        ),
        new(
            12,
            "HMAC keyed with Base64",
            [Names.ClientSecretJwt],
            "The server accepts two keys for one secret: the text and its Base64.",
            good => ProbeRequest.Of(good.WithAssertion(claims => claims.WithSigner(KeyedWithBase64(good))))
        ),
        new(
            20,
            "aud with one slash more",
            Signed,
            "The server compares aud loosely. RFC 7519 §4.1.3 compares character by character.",
            good => ProbeRequest.Of(good.WithAssertion(claims => claims.WithClaim("aud", $"{good.Audience}/")))
        ),
    ];

    private static ClientAssertionBuilder Later(ClientAssertionBuilder claims, string name)
    {
        var seconds = JsonNode.Parse(claims.ClaimsJson)![name]!.GetValue<long>();
        return claims.WithClaim(name, seconds + AnHour);
    }

    private static string OtherAudience(GoodRequest good) =>
        good.Audience == good.Server.TokenEndpoint ? good.Server.Issuer : good.Server.TokenEndpoint;

    // Header and claims stay: the kid names the registered key.
    private static ProbeRequest SignedByAnotherKey(GoodRequest good)
    {
        var algorithm = ((SignedJwt)good.Client.Method).Signer.Algorithm;
        using AsymmetricAlgorithm key = algorithm switch
        {
            SignatureAlgorithms.ES256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            SignatureAlgorithms.ES384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            SignatureAlgorithms.ES512 => ECDsa.Create(ECCurve.NamedCurves.nistP521),
            _ => RSA.Create(RsaBits),
        };
        return ProbeRequest.Of(good.WithAssertion(claims => claims.WithSigner(AssertionSigner.ForKey(key, algorithm))));
    }

    private static AssertionSigner.Hmac KeyedWithBase64(GoodRequest good) =>
        new(
            new ClientSecret(Convert.ToBase64String(Encoding.UTF8.GetBytes(good.Client.Secret!.Reveal()))),
            ((SignedJwt)good.Client.Method).Signer.Algorithm
        );
}
