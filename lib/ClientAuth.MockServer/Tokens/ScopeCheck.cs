using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tokens;

/// <summary>What a client may ask for, and what it gets where it asks for nothing (RFC 6749 §3.3).</summary>
internal static class ScopeCheck
{
    /// <summary>Whether everything that is asked for is registered; to ask for nothing is fine.</summary>
    public static bool Check(ClientMetadata client, string? asked, CheckTrace trace)
    {
        var scopes = asked?.Split(' ') ?? [];
        return trace.Check(
            Rules.ScopeAllowed,
            scopes.All(client.Scopes.Contains),
            client.Scopes is [] ? "no scope" : $"nothing beyond {Quote.Text(client.Scope)}",
            Quote.Text(asked)
        );
    }

    // Who wants to register a client says so: the token is spent by it.
    public static string Default(ClientMetadata client) =>
        string.Join(' ', client.Scopes.Where(scope => scope != Scopes.DynamicClientRegistration));
}
