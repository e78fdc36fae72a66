using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests.Tokens;

/// <summary>The two ways in which a token request ends, down to the bytes that a client relies on.</summary>
internal static class Answers
{
    /// <summary>A token (RFC 6749 §5.1); gives the claims of the access token.</summary>
    public static JsonElement AssertIssued(CurlResponse response, string clientId)
    {
        Assert.Equal(200, response.Status);
        Assert.Equal("Bearer", response.Json.GetProperty("token_type").GetString());
        AssertUnstoredJson(response);
        var payload = response.Json.GetProperty("access_token").GetString()!.Split('.')[1];
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(payload));
        Assert.Equal(clientId, claims.GetProperty("client_id").GetString());
        return claims;
    }

    /// <summary>A token that is bound to the certificate (RFC 8705 §3.1).</summary>
    public static void AssertIssuedAndBound(CurlResponse response, ManifestEntry client) =>
        AssertIssuedAndBound(response, client.ClientId, client.Text("certificate_file"));

    public static void AssertIssuedAndBound(CurlResponse response, string clientId, string certificateFile)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(certificateFile);
        var claims = AssertIssued(response, clientId);
        Assert.Equal(
            Base64Url.EncodeToString(SHA256.HashData(certificate.RawData)),
            claims.GetProperty("cnf").GetProperty("x5t#S256").GetString()
        );
    }

    /// <summary>A failed authentication (RFC 6749 §5.2), with a challenge only for whoever tried the header.</summary>
    public static void AssertRefused(CurlResponse response, string? challenge = null)
    {
        Assert.Equal(401, response.Status);
        Assert.Equal(
            """{"error":"invalid_client","error_description":"client authentication failed"}""",
            response.Body
        );
        Assert.Equal(challenge is null ? [] : [challenge], response.Headers["WWW-Authenticate"]);
        AssertUnstoredJson(response);
    }

    private static void AssertUnstoredJson(CurlResponse response)
    {
        Assert.Equal(["application/json"], response.Headers["Content-Type"]);
        Assert.Equal(["no-store"], response.Headers["Cache-Control"]);
    }
}
