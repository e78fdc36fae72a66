using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tokens;

/// <summary>Whether an authenticated client may have what it asks for (RFC 6749 §3.3, §4.4).</summary>
internal static class GrantChecks
{
    /// <summary>The granted scope, empty where there is none, or null where a check failed.</summary>
    public static string? Check(ClientMetadata client, FormRequest request, Trail trail)
    {
        var asked = request.Form[TokenParameters.Scope];
        return
            CheckGrant(client, request.Form[TokenParameters.GrantType], trail)
            && CheckScope(client, asked, trail)
            && CheckBinding(client, request.Incoming.ClientCertificate is not null, trail)
            ? asked ?? DefaultScope(client)
            : null;
    }

    // Who wants to register a client says so: the token is spent by it.
    private static string DefaultScope(ClientMetadata client) =>
        string.Join(' ', client.Scopes.Where(scope => scope != Scopes.DynamicClientRegistration));

    private static bool CheckGrant(ClientMetadata client, string? grant, Trail trail)
    {
        if (grant != GrantTypes.ClientCredentials)
        {
            var rule = grant is null ? Rules.GrantTypePresent : Rules.GrantTypeSupported;
            return trail.Check(rule, false, GrantTypes.ClientCredentials, Quote.Text(grant));
        }

        // Left out, grant_types means the one grant that this server has (a server may choose, RFC 7591 §3.2.1).
        var registered = client.GrantTypes ?? [GrantTypes.ClientCredentials];
        var isPublic = client.TokenEndpointAuthMethod == TokenEndpointAuthMethods.None;
        return trail.Check(Rules.GrantTypeSupported, true, GrantTypes.ClientCredentials, grant)
            && trail.Check(
                Rules.GrantAllowed,
                registered.Contains(grant) && !isPublic,
                "a confidential client registered for this grant",
                $"{(isPublic ? "a public" : "a confidential")} client registered for {string.Join(", ", registered)}"
            );
    }

    /// <summary>Whether everything that is asked for is registered; to ask for nothing is fine.</summary>
    public static bool CheckScope(ClientMetadata client, string? asked, Trail trail)
    {
        var scopes = asked?.Split(' ') ?? [];
        return trail.Check(
            Rules.ScopeAllowed,
            scopes.All(client.Scopes.Contains),
            client.Scopes is [] ? "no scope" : $"nothing beyond {Quote.Text(client.Scope)}",
            Quote.Text(asked)
        );
    }

    // The specification leaves it to the server; a token that is weaker than registered would go unnoticed.
    private static bool CheckBinding(ClientMetadata client, bool hasCertificate, Trail trail) =>
        client.TlsClientCertificateBoundAccessTokens is not true
        || trail.Check(
            Rules.CertificateBinding,
            hasCertificate,
            "a client certificate to bind the token to",
            hasCertificate ? "one" : "none"
        );
}
