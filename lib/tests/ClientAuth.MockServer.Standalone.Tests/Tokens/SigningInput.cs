using System.Buffers.Text;
using System.Text;

namespace ClientAuth.MockServer.Standalone.Tests.Tokens;

/// <summary>Header and claims of a client assertion, written by hand (RFC 7523 §3), still to be signed.</summary>
internal static class SigningInput
{
    /// <param name="header">As JSON.</param>
    /// <param name="clientId">Who asserts, and about whom.</param>
    /// <param name="audience">What <c>aud</c> holds.</param>
    /// <param name="made">Seconds from now to <c>iat</c>.</param>
    /// <param name="lasts">Seconds from now to <c>exp</c>.</param>
    public static string Of(string header, string clientId, string audience, int made = 0, int lasts = 60)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = $$"""
            {"iss":"{{clientId}}","sub":"{{clientId}}","aud":"{{audience}}","jti":"{{Guid.NewGuid()}}","iat":{{now
                + made}},"exp":{{now + lasts}}}
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
