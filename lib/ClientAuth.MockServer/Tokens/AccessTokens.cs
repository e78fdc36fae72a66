using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Tokens;

/// <summary>Issues access tokens as signed JWTs (RFC 9068).</summary>
internal sealed class AccessTokens(ServerKey key, string issuer, TimeProvider clock, TimeSpan lifetime)
{
    /// <summary>A token for the client itself (RFC 6749 §4.4.3).</summary>
    /// <param name="client">The authenticated client.</param>
    /// <param name="scope">What it was granted, or an empty string.</param>
    /// <param name="certificate">The certificate of the connection: with one, the token is bound to it (RFC 8705 §3).</param>
    public TokenResponse Issue(ClientMetadata client, string scope, X509Certificate2? certificate)
    {
        var now = clock.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = client.ClientId,
            ["client_id"] = client.ClientId,
            ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        if (scope is not "")
        {
            claims["scope"] = scope;
        }

        if (certificate is not null)
        {
            claims["cnf"] = new Dictionary<string, object> { ["x5t#S256"] = CertificateThumbprint.Of(certificate) };
        }

        return new TokenResponse
        {
            AccessToken = key.Sign(
                new SecurityTokenDescriptor
                {
                    TokenType = "at+jwt",
                    Issuer = issuer,
                    // The one resource there is belongs to the server itself.
                    Audience = issuer,
                    IssuedAt = now.UtcDateTime,
                    Expires = (now + lifetime).UtcDateTime,
                    Claims = claims,
                }
            ),
            TokenType = "Bearer",
            ExpiresIn = (long)lifetime.TotalSeconds,
            Scope = scope is "" ? null : scope,
        };
    }
}
