using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.LabEndpoints;

/// <summary>Every place of a request where a client could put a secret by mistake: method, path, query, headers, parameters, members, claims.</summary>
internal sealed class SecretPlaces(TestLab lab)
{
    // A key that is none ends a check before its other members are quoted.
    private readonly Jwk _key = TestKey();

    private static readonly string[] Headers =
    [
        "Authorization",
        "Content-Type",
        "Content-Encoding",
        "Accept",
        "Origin",
        "Cookie",
        "User-Agent",
        "Client-Cert",
        "X-SSL-CERT",
        ProofHeaders.Dpop,
        ProofHeaders.ClientAttestation,
        ProofHeaders.ClientAttestationPop,
        "X-Anything",
    ];

    private static readonly string[] Parameters =
    [
        "grant_type",
        "scope",
        "client_id",
        "client_secret",
        "client_assertion",
        "client_assertion_type",
        "subject_token",
        "subject_token_type",
        "actor_token",
        "requested_token_type",
        "resource",
        "audience",
        "token",
        "token_type_hint",
        "response_type",
        "redirect_uri",
        "request_uri",
        "request",
        "anything",
    ];

    private static readonly string[] Members =
    [
        "client_id",
        "client_name",
        "client_secret",
        "token_endpoint_auth_method",
        "token_endpoint_auth_signing_alg",
        "grant_types",
        "redirect_uris",
        "scope",
        "jwks",
        "jwks_uri",
        "tls_client_auth_subject_dn",
        "tls_client_auth_san_dns",
        "tls_client_auth_san_ip",
        "tls_client_auth_authority_sha256",
        "software_id",
        "software_statement",
        "anything",
    ];

    private static readonly string[] KeyMembers = ["kty", "crv", "alg", "use", "key_ops", "x", "n", "x5c", "kid"];

    /// <summary>A request for each place, with the secret in it.</summary>
    public async Task<List<(string Place, string Request)>> OfAsync(string secret)
    {
        List<(string, string)> places =
        [
            ("method", $"{secret.Replace('.', '-').Replace('=', '-')} /token HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            .. new[] { $"/{secret}", $"/token/{secret}", $"/register/{secret}", $"/{secret}/token" }.Select(path =>
                (path.Replace(secret, "…", StringComparison.Ordinal), $"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
            ),
            ("query", Form($"/token?{secret}={secret}")),
            .. Headers.Select(name => ($"header {name}", Form("/token", $"{name}: {secret}"))),
            .. Headers.Select(name => ($"resource, header {name}", Form("/resource", $"{name}: {secret}"))),
            ("name of a parameter", Form("/token", (secret, "x"))),
        ];
        foreach (var endpoint in new[] { "/token", "/introspect", "/revoke", "/par" })
        {
            places.AddRange(
                Parameters.Select(name =>
                    ($"{endpoint} parameter {name}", Form(endpoint, [.. Authenticated(name), (name, secret)]))
                )
            );
        }

        using var registrant = new Registrant(lab);
        foreach (var (name, body) in Bodies(secret))
        {
            places.Add(($"member {name}", Json("/register", body, await registrant.InitialTokenAsync())));
        }

        foreach (var name in new[] { "typ", "alg", "crit", "kid" })
        {
            places.Add(($"assertion {name}", Asserting(assertion => assertion.Header[name] = secret)));
        }

        foreach (var name in new[] { "iss", "sub", "aud", "exp", "nbf", "iat", "anything", "jti" })
        {
            places.Add(($"assertion {name}", Asserting(assertion => assertion.Claims[name] = secret)));
        }

        return places;
    }

    /// <summary>A good token request of a client, but for one parameter.</summary>
    public (string, string)[] Authenticated(string except) =>
        [
            .. new[]
            {
                ("grant_type", GrantTypes.ClientCredentials),
                ("response_type", "code"),
                ("redirect_uri", "https://app.example/callback"),
                ("client_id", TestClients.Post),
                ("client_secret", lab.Clients.Secret),
            }.Where(parameter => parameter.Item1 != except),
        ];

    private IEnumerable<(string Name, JsonObject Body)> Bodies(string secret)
    {
        foreach (var name in Members)
        {
            yield return (name, new JsonObject { [name] = secret });
            yield return ($"list {name}", new JsonObject { [name] = new JsonArray(secret) });
            yield return (
                $"certificate's {name}",
                new JsonObject { ["token_endpoint_auth_method"] = "tls_client_auth", [name] = secret }
            );
        }

        yield return ("its name", new JsonObject { [secret] = "x", ["client_name"] = 5 });
        yield return ("its name's member", new JsonObject { ["jwks"] = new JsonObject { [secret] = 1 } });
        foreach (var name in KeyMembers)
        {
            var key = new JsonObject
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["x"] = _key.X,
                ["y"] = _key.Y,
            };
            key[name] = name is "x5c" or "key_ops" ? new JsonArray(secret) : secret;
            yield return (
                $"key's {name}",
                new JsonObject
                {
                    ["token_endpoint_auth_method"] = "private_key_jwt",
                    ["jwks"] = new JsonObject { ["keys"] = new JsonArray(key) },
                }
            );
        }
    }

    private string Asserting(Action<TestAssertion> change)
    {
        var assertion = lab.Assertion(TestClients.Signer);
        change(assertion);
        return Form(
            "/token",
            ("grant_type", GrantTypes.ClientCredentials),
            ("client_assertion_type", ClientAssertionTypes.JwtBearer),
            ("client_assertion", lab.Sign(TestClients.Signer, assertion))
        );
    }

    public static string Form(string path, params (string Name, string Value)[] form) => Form(path, "X: y", form);

    private static string Form(string path, string header, params (string Name, string Value)[] form)
    {
        var body = string.Join(
            '&',
            form.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}")
        );
        var type = header.StartsWith("Content-Type:", StringComparison.Ordinal)
            ? ""
            : "Content-Type: application/x-www-form-urlencoded\r\n";
        return $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{type}{header}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }

    private static string Json(string path, JsonObject json, string token)
    {
        var body = json.ToJsonString();
        return $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}";
    }

    private static Jwk TestKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Jwk.FromPublicKey(key);
    }
}
