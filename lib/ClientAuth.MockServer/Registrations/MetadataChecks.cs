using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations.Members;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Turns what a client says about itself into its metadata: statement, template, types, rules, scope, in this order.</summary>
internal sealed class MetadataChecks(
    SoftwareStatements statements,
    TemplateChecks templates,
    RegistrationRules rules,
    OfferedGrants grants,
    RegisteredClients clients
)
{
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>The metadata, without a secret, or null where a check failed.</summary>
    /// <param name="draft">What the client says.</param>
    /// <param name="clientId">The identifier that the server gives it.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    public ClientMetadata? Check(RegistrationDraft draft, string clientId, CheckTrace trace) =>
        statements.Apply(draft, trace) is { } vouched
        && templates.Apply(vouched, trace) is { } complete
        && CheckPrivateKeys(complete.Members, trace)
        && Read(complete.Members, clientId, trace) is { } client
        && MemberSizes.Check(client, trace)
        && rules.Check(client, trace)
        && grants.Check(client, trace)
        && CheckScope(client, complete, trace)
            ? client
            : null;

    // Looked for in what was sent: the key's own type has no room for a private part.
    private static bool CheckPrivateKeys(JsonObject members, CheckTrace trace)
    {
        var keys = (members[MemberNames.Jwks] as JsonObject)?["keys"] as JsonArray;
        var found = keys
            ?.OfType<JsonObject>()
            .SelectMany(key => PrivateMembers.Where(key.ContainsKey))
            .FirstOrDefault();
        return trace.Check(
            Rules.RegisteredPrivateKey,
            found is null,
            "public keys only in jwks",
            found is null ? $"{keys?.Count ?? 0} keys" : $"the private member '{found}'"
        );
    }

    private static ClientMetadata? Read(JsonObject members, string clientId, CheckTrace trace)
    {
        var own = (JsonObject)members.DeepClone();
        foreach (var name in MemberNames.Made)
        {
            own.Remove(name);
        }

        own[MemberNames.ClientId] = clientId;
        var (client, seen, wrong) = Read(own);
        return trace.Check(
            Rules.RegisteredMetadata with
            {
                Concerns = wrong,
            },
            client is not null,
            "members of the registered types",
            seen
        )
            ? client
            : null;
    }

    private static (ClientMetadata? Client, string Seen, string? Wrong) Read(JsonObject members)
    {
        try
        {
            var client = members.Deserialize(ProtocolJson.Default.ClientMetadata)!;
            return (
                client with
                {
                    GrantTypes = client.GrantTypes ?? DefaultGrants(client),
                },
                $"{members.Count} members",
                null
            );
        }
        catch (JsonException e)
        {
            var wrong = MemberNames.SetByClient.FirstOrDefault(name => IsAt(name, e.Path));
            return (null, $"the wrong type at {Quote.Text(e.Path)}", wrong);
        }
    }

    private static bool IsAt(string name, string? path) =>
        path == $"$.{name}"
        || path?.StartsWith($"$.{name}.", StringComparison.Ordinal) is true
        || path?.StartsWith($"$.{name}[", StringComparison.Ordinal) is true;

    // RFC 7591 §2 has authorization_code for all; this server's confidential clients have the one grant of its token endpoint.
    private static IReadOnlyList<string> DefaultGrants(ClientMetadata client) =>
        client.TokenEndpointAuthMethod == TokenEndpointAuthMethods.None
            ? [GrantTypes.AuthorizationCode]
            : [GrantTypes.ClientCredentials];

    // Nobody hands on more than was given, and the right to register not at all.
    private bool CheckScope(ClientMetadata client, RegistrationDraft draft, CheckTrace trace)
    {
        var given = (draft.Template?.Client ?? clients.Find(draft.MainClientId))?.Scopes ?? [];
        var most = given.Where(scope => scope != Scopes.DynamicClientRegistration).ToList();
        return trace.Check(
            Rules.RegisteredScope,
            client.Scopes.All(most.Contains),
            most is [] ? "no scope" : $"no scope beyond {Quote.Text(string.Join(' ', most))}",
            Quote.Sent(client.Scope)
        );
    }
}
