using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Requests;

/// <summary>Tokens that the server never issued, signed with its own key.</summary>
internal static class MintedToken
{
    public static JwtDraft AccessToken(string? key) =>
        Create(key, JwtTypes.AccessToken, new() { ["client_id"] = "{client_id}", ["scope"] = "read write" });

    /// <summary>A Client Attestation Token for the key of the standard phone.</summary>
    public static JwtDraft ClientAttestationToken(string? key) =>
        Create(
            key,
            JwtTypes.ClientAttestationToken,
            new() { ["cnf"] = new JsonObject { ["jkt"] = $"{{jkt:{CaseFixture.StandardPhone}}}" } }
        );

    private static JwtDraft Create(string? key, string typ, JsonObject more)
    {
        var claims = new JsonObject
        {
            ["iss"] = "{issuer}",
            ["aud"] = "{issuer}",
            ["sub"] = "{client_id}",
            ["iat"] = "{now}",
            ["exp"] = "{now+300}",
            ["jti"] = "{jti}",
        };
        foreach (var (name, value) in more)
        {
            claims[name] = value?.DeepClone();
        }

        return new JwtDraft(
            new JsonObject { ["typ"] = typ, ["alg"] = SignatureAlgorithms.ES256 },
            claims,
            new JwtSigning(SignatureAlgorithms.ES256, key ?? CaseKeys.Server)
        );
    }
}
