using ClientAuth.MockServer.Soak.World;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>What becomes of a token: bound by DPoP and used, introspected, revoked; and a pushed authorization request.</summary>
internal sealed class TokenLives(SoakWorld world, SoakHttp plain)
{
    private (string Name, string Value) Credential => TokenForm.Basic(SoakClients.Basic, world.Secret);

    public IEnumerable<RequestKind> Kinds() =>
        [
            new("token bound by DPoP, used", _ => UseBoundAsync(proves: true), "200"),
            new("token bound by DPoP, used without proof", _ => UseBoundAsync(proves: false), "401 invalid_dpop_proof"),
            new("token introspected, revoked, introspected", _ => RevokeAsync(), "200 true 200 false"),
            new("request pushed", _ => PushAsync(), "201"),
        ];

    private async Task<string> UseBoundAsync(bool proves)
    {
        var nonce = (await plain.PostAsync("/challenge", new Dictionary<string, string>())).Nonce;
        var issued = await plain.PostAsync(
            TokenForm.Path,
            TokenForm.Plain(),
            Credential,
            (ProofHeaders.Dpop, Proof("POST", world.Server.Metadata.TokenEndpoint, nonce, token: null))
        );
        if (issued.Text("access_token") is not { } token)
        {
            return issued.Outcome;
        }

        var resource = new Uri(new Uri(world.Server.Metadata.TokenEndpoint), "/resource").AbsoluteUri;
        List<(string, string)> headers = [("Authorization", $"DPoP {token}")];
        if (proves)
        {
            headers.Add((ProofHeaders.Dpop, Proof("GET", resource, nonce, token)));
        }

        return (await plain.SendAsync(HttpMethod.Get, "/resource", null, headers)).Outcome;
    }

    private async Task<string> RevokeAsync()
    {
        var issued = await plain.PostAsync(TokenForm.Path, TokenForm.Plain(), Credential);
        var form = new Dictionary<string, string> { ["token"] = issued.Text("access_token") ?? "" };
        var before = await plain.PostAsync("/introspect", form, Credential);
        await plain.PostAsync("/revoke", form, Credential);
        var after = await plain.PostAsync("/introspect", form, Credential);
        return $"{before.Outcome} {IsActive(before)} {after.Outcome} {IsActive(after)}";
    }

    private async Task<string> PushAsync()
    {
        var form = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = SoakClients.Basic,
            ["redirect_uri"] = "https://app.example/callback",
            ["code_challenge"] = new string('a', 43),
            ["code_challenge_method"] = "S256",
        };
        return (await plain.PostAsync("/par", form, Credential)).Outcome;
    }

    private static string IsActive(SoakResponse response) =>
        response.Body.Contains("\"active\":true", StringComparison.Ordinal) ? "true" : "false";

    private string Proof(string method, string target, string? nonce, string? token) =>
        SignedJwt.Proof(method, target, world.Clock.Now, nonce, token, world.Key);
}
