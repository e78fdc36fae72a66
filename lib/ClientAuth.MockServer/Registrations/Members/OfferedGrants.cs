using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations.Members;

/// <summary>
/// Which grants a client that registers itself may have: those that a client of its method can use here. An operator may prepare a
/// client for more than the server has; a client that is told 201 relies on it (RFC 7591 §3.2.1).
/// </summary>
/// <param name="hasTokenExchange">Whether there are apps that attest themselves, so that there is a token to exchange.</param>
internal sealed class OfferedGrants(bool hasTokenExchange)
{
    // Identifying itself is no proof of who asks (RFC 6749 §4.4), so client_credentials is for the others. The exchange is for those that
    // prove nothing by themselves: the token that they exchange does.
    private IReadOnlyList<string> Of(ClientMetadata client) =>
        client.TokenEndpointAuthMethod != TokenEndpointAuthMethods.None
            ? [GrantTypes.ClientCredentials, GrantTypes.AuthorizationCode]
            : [GrantTypes.AuthorizationCode, .. hasTokenExchange ? [GrantTypes.TokenExchange] : Array.Empty<string>()];

    /// <summary>Whether each grant is one of those, and stands there once; leaves a line only where not.</summary>
    public bool Check(ClientMetadata client, CheckTrace trace)
    {
        var grants = client.GrantTypes ?? [];
        var offered = Of(client);
        return (grants.All(offered.Contains) && grants.Distinct().Count() == grants.Count)
            || trace.Check(
                Rules.RegisteredGrants,
                false,
                $"grant_types to be some of {string.Join(", ", offered)} for {client.TokenEndpointAuthMethod}, each once",
                string.Join(", ", grants.Select(Quote.Sent))
            );
    }
}
