using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Options;

/// <summary>How long access tokens are good, and who may ask about them.</summary>
public sealed record TokenOptions
{
    /// <summary>How long an access token is good; five minutes by default.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Identifiers of clients that run a resource, and so may introspect every token (RFC 7662 §2.1); others see their own. None by default.</summary>
    public IReadOnlyList<string> ResourceServers { get; init; } = [];

    // A name that is misspelt would make a resource that sees no token, and nobody would be told.
    internal void Check(IReadOnlyList<ClientMetadata> clients)
    {
        InvalidOptionException.ThrowUnlessLasting(AccessTokenLifetime);
        if (ResourceServers.FirstOrDefault(name => clients.All(client => client.ClientId != name)) is { } unknown)
        {
            throw new InvalidOptionException(
                nameof(ResourceServers),
                $"ResourceServers names '{unknown}', which is not among Clients."
            );
        }
    }
}
