using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>The clients that the server knows, each checked once at the start.</summary>
internal sealed class RegisteredClients
{
    private readonly Dictionary<string, ClientMetadata> _clients = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A client lacks what its method needs, or an identifier is there twice; the message names client and field.</exception>
    public RegisteredClients(IReadOnlyList<ClientMetadata> clients, int minimumRsaKeySize)
    {
        foreach (var client in clients)
        {
            Registration.Check(client, minimumRsaKeySize);
            if (!_clients.TryAdd(client.ClientId, client))
            {
                throw Registration.Wrong(client, "client_id", "is registered twice; identifiers are unique");
            }
        }

        Scopes = [.. clients.SelectMany(client => client.Scopes).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Every scope that some client may have.</summary>
    public IReadOnlyList<string> Scopes { get; }

    public ClientMetadata? Find(string clientId) => _clients.GetValueOrDefault(clientId);
}
