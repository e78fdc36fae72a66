using System.Buffers.Text;
using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>JWTs with fixed bytes; nothing here verifies them, so their signature is a row of counting bytes.</summary>
internal static class SampleJwt
{
    public const string Claims = """
        {"iss":"mobile-app","sub":"mobile-app","aud":"https://localhost:8443","jti":"jti-1","iat":1767225600,"exp":1767225660}
        """;

    public static DecodedJwt Assertion { get; } = Of("""{"alg":"ES256","kid":"key-1"}""", Claims);

    public static DecodedJwt Of(string header, string claims) =>
        DecodedJwt.Parse(
            $"{Encode(header)}.{Encode(claims)}.{Base64Url.EncodeToString([.. Enumerable.Range(100, 64).Select(i => (byte)i)])}"
        );

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
