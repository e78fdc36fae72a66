using System.Buffers.Text;
using System.Text;

namespace ClientAuth.MockServer.Standalone.Tests.Tokens;

/// <summary>Header and claims of a client assertion, written by hand (RFC 7523 §3), still to be signed.</summary>
internal static class SigningInput
{
    public static string Of(string header, string clientId, string audience)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = $$"""
            {"iss":"{{clientId}}","sub":"{{clientId}}","aud":"{{audience}}","jti":"{{Guid.NewGuid()}}","iat":{{now}},"exp":{{now
                + 60}}}
            """;
        return $"{Encode(header)}.{Encode(claims)}";
    }

    /// <summary>The assertion, and what says that it is one (RFC 7521 §4.2).</summary>
    public static (string Option, string Value)[] Signed(string input, byte[] signature) =>
        [
            ("data-urlencode", "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("data-urlencode", $"client_assertion={input}.{Base64Url.EncodeToString(signature)}"),
        ];

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
