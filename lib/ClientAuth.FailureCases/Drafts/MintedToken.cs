using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>Tokens as good as the server's own: it never issued them, and its key has signed them.</summary>
internal static class MintedToken
{
    public static AssertionDraft AccessToken(string? key) =>
        Create(key, "at+jwt", new() { ["client_id"] = "{client_id}", ["scope"] = "read write" });

    /// <summary>What a device has shown, the standard phone its key.</summary>
    public static AssertionDraft ClientAttestationToken(string? key) =>
        Create(
            key,
            JwtTypes.ClientAttestationToken,
            new() { ["cnf"] = new JsonObject { ["jkt"] = $"{{jkt:{CaseLab.StandardPhone}}}" } }
        );

    private static AssertionDraft Create(string? key, string typ, JsonObject more)
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

        return new AssertionDraft(
            new JsonObject { ["typ"] = typ, ["alg"] = SignatureAlgorithms.ES256 },
            claims,
            new Signing(SignatureAlgorithms.ES256, key ?? LabKeys.Server)
        );
    }
}
