using System.Security.Cryptography;
using System.Text;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>JWTs that a library leaves to the app, made as .NET apps do it, with Microsoft.IdentityModel.</summary>
internal static class AppJwts
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>A client assertion (RFC 7523 §3).</summary>
    /// <param name="client">Has the key or the secret.</param>
    /// <param name="keyId">The registered key's; null for a secret.</param>
    /// <param name="issuer">The server's.</param>
    /// <param name="clock">Dates it.</param>
    public static string Assertion(ProvisionedClient client, string? keyId, string issuer, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return Handler()
            .CreateToken(
                new SecurityTokenDescriptor
                {
                    Issuer = client.Registration.ClientId,
                    Audience = issuer,
                    IssuedAt = now.UtcDateTime,
                    Expires = (now + Lifetime).UtcDateTime,
                    Claims = new Dictionary<string, object>
                    {
                        ["sub"] = client.Registration.ClientId,
                        ["jti"] = Guid.NewGuid().ToString("N"),
                    },
                    SigningCredentials = Credentials(client, keyId),
                }
            );
    }

    /// <summary>A DPoP proof (RFC 9449 §4.2).</summary>
    public static string Proof(ECDsa key, string target, string? nonce, TimeProvider clock)
    {
        var jwk = ClientAuth.Protocol.Jwk.FromPublicKey(key);
        var claims = new Dictionary<string, object>
        {
            ["htm"] = "POST",
            ["htu"] = target,
            ["jti"] = Guid.NewGuid().ToString("N"),
        };
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return Handler()
            .CreateToken(
                new SecurityTokenDescriptor
                {
                    TokenType = JwtTypes.DpopProof,
                    IssuedAt = clock.GetUtcNow().UtcDateTime,
                    Claims = claims,
                    AdditionalHeaderClaims = new Dictionary<string, object>
                    {
                        ["jwk"] = new Dictionary<string, object>
                        {
                            ["kty"] = jwk.Kty,
                            ["crv"] = jwk.Crv!,
                            ["x"] = jwk.X!,
                            ["y"] = jwk.Y!,
                        },
                    },
                    SigningCredentials = new SigningCredentials(Key(key, keyId: null), SecurityAlgorithms.EcdsaSha256),
                }
            );
    }

    private static SigningCredentials Credentials(ProvisionedClient client, string? keyId) =>
        client.PrivateKey is ECDsa key
            ? new SigningCredentials(Key(key, keyId), SecurityAlgorithms.EcdsaSha256)
            : new SigningCredentials(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(client.Secret!.Reveal())),
                SecurityAlgorithms.HmacSha256
            );

    // Not cached: the cache of signatures would outlive the key.
    private static ECDsaSecurityKey Key(ECDsa key, string? keyId) =>
        new(key)
        {
            KeyId = keyId,
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };

    private static JsonWebTokenHandler Handler() => new() { SetDefaultTimesOnTokenCreation = false };
}
