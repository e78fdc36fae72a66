using System.Security.Cryptography;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Tokens;

/// <summary>Issues access tokens as signed JWTs (RFC 9068).</summary>
internal sealed class AccessTokens(ServerKey key, string issuer, TimeProvider clock, TimeSpan lifetime)
{
    /// <summary>A token for the client itself (RFC 6749 §4.4.3).</summary>
    /// <param name="client">The authenticated client.</param>
    /// <param name="scope">What it was granted, or an empty string.</param>
    /// <param name="binding">What the token is bound to (RFC 8705 §3, RFC 9449 §5).</param>
    /// <param name="issuedTokenType">What the answer calls it; null where nothing was exchanged.</param>
    public TokenResponse Issue(ClientMetadata client, string scope, TokenBinding binding, string? issuedTokenType)
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

        if (binding.Confirmation is { Count: > 0 } confirmation)
        {
            claims["cnf"] = confirmation;
        }

        return new TokenResponse
        {
            AccessToken = key.Sign(
                new SecurityTokenDescriptor
                {
                    TokenType = JwtTypes.AccessToken,
                    Issuer = issuer,
                    // The one resource there is belongs to the server itself.
                    Audience = issuer,
                    IssuedAt = now.UtcDateTime,
                    Expires = (now + lifetime).UtcDateTime,
                    Claims = claims,
                }
            ),
            IssuedTokenType = issuedTokenType,
            TokenType = binding.TokenType,
            ExpiresIn = (long)lifetime.TotalSeconds,
            Scope = scope is "" ? null : scope,
        };
    }
}
