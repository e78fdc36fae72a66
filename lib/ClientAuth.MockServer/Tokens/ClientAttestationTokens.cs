using System.Security.Cryptography;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Tokens;

/// <summary>
/// Issues Client Attestation Tokens: the server's own word, to itself, that a device with this key has attested an app. Its
/// <c>typ</c> keeps it apart from an access token, which the same key signs (RFC 8725 §3.11).
/// </summary>
internal sealed class ClientAttestationTokens(ServerKey key, string issuer, TimeProvider clock, TimeSpan lifetime)
{
    /// <param name="clientId">Whose app has attested itself.</param>
    /// <param name="keyThumbprint">Of the device's DPoP key, without which the token is worth nothing.</param>
    public ClientAttestationTokenResponse Issue(string clientId, string keyThumbprint)
    {
        var now = clock.GetUtcNow();
        return new ClientAttestationTokenResponse
        {
            ClientAttestationToken = key.Sign(
                new SecurityTokenDescriptor
                {
                    TokenType = JwtTypes.ClientAttestationToken,
                    Issuer = issuer,
                    Audience = issuer,
                    IssuedAt = now.UtcDateTime,
                    Expires = (now + lifetime).UtcDateTime,
                    Claims = new Dictionary<string, object>
                    {
                        ["sub"] = clientId,
                        ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
                        ["cnf"] = new TokenBinding(CertificateThumbprint: null, keyThumbprint).Confirmation,
                    },
                }
            ),
            ExpiresIn = (long)lifetime.TotalSeconds,
        };
    }
}
