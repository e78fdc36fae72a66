using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Grants;

/// <summary>Whether an authenticated client may have what it asks for (RFC 6749 §3.3, §4.4).</summary>
/// <param name="grants">The server's, the usual one first.</param>
internal sealed class GrantChecks(params IReadOnlyList<TokenGrant> grants)
{
    /// <summary>The grant and the granted scope, empty where there is none; or null where a check failed.</summary>
    public (TokenGrant Grant, string Scope)? Check(ClientMetadata client, FormRequest request, CheckTrace trace)
    {
        var asked = request.Form[TokenParameters.Scope];
        return
            Find(request.Form[TokenParameters.GrantType], trace) is { } grant
            && CheckAllowed(client, grant, trace)
            && CheckScope(client, asked, trace)
            && CheckBinding(client, request.Incoming.ClientCertificate, trace)
            ? (grant, asked ?? DefaultScope(client))
            : null;
    }

    /// <summary>Whether every scope that is asked for is registered; to ask for nothing is fine.</summary>
    public static bool CheckScope(ClientMetadata client, string? asked, CheckTrace trace)
    {
        var scopes = asked?.Split(' ') ?? [];
        return trace.Check(
            Rules.ScopeAllowed,
            scopes.All(client.Scopes.Contains),
            client.Scopes is [] ? "no scope" : $"nothing beyond {Quote.Text(client.Scope)}",
            Quote.Sent(asked)
        );
    }

    // Who wants to register a client says so: the token is spent by it.
    private static string DefaultScope(ClientMetadata client) =>
        string.Join(' ', client.Scopes.Where(scope => scope != Scopes.DynamicClientRegistration));

    private TokenGrant? Find(string? asked, CheckTrace trace)
    {
        var found = grants.FirstOrDefault(grant => grant.Type == asked);
        return trace.Check(
            asked is null ? Rules.GrantTypePresent : Rules.GrantTypeSupported,
            found is not null,
            string.Join(" or ", grants.Select(grant => grant.Type)),
            asked is null || found is null ? Quote.Sent(asked) : asked
        )
            ? found ?? grants[0]
            : null;
    }

    private static bool CheckAllowed(ClientMetadata client, TokenGrant grant, CheckTrace trace)
    {
        // Left out, grant_types means the one grant that every server has (a server may choose, RFC 7591 §3.2.1).
        var registered = client.GrantTypes ?? [GrantTypes.ClientCredentials];
        var isPublic = client.TokenEndpointAuthMethod == TokenEndpointAuthMethods.None;
        return trace.Check(
            Rules.GrantAllowed,
            registered.Contains(grant.Type) && isPublic == grant.IsForPublicClients,
            $"{Kind(grant.IsForPublicClients)} client registered for this grant",
            $"{Kind(isPublic)} client registered for {string.Join(", ", registered)}"
        );
    }

    private static string Kind(bool isPublic) => isPublic ? "a public" : "a confidential";

    // The specification leaves it to the server; a token that is weaker than registered would go unnoticed.
    private static bool CheckBinding(ClientMetadata client, X509Certificate2? certificate, CheckTrace trace) =>
        client.TlsClientCertificateBoundAccessTokens is not true
        || trace.Check(
            Rules.CertificateBinding,
            certificate is not null,
            "a client certificate to bind the token to",
            certificate is null ? "none" : Quote.Text(certificate.Subject)
        );
}
