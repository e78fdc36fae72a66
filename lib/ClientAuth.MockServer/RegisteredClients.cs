using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer;

/// <summary>The clients that the server knows. Each is checked when it comes in; every change holds from the next request on.</summary>
public sealed class RegisteredClients
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RegisteredClient> _clients = new(StringComparer.Ordinal);
    private readonly RegistrationRules _rules;

    /// <exception cref="ArgumentException">A client lacks what its method needs, or an identifier is there twice; the message names client and field.</exception>
    internal RegisteredClients(IReadOnlyList<ClientMetadata> clients, RegistrationRules rules)
    {
        _rules = rules;
        foreach (var client in clients)
        {
            Register(client);
        }
    }

    /// <summary>The clients as they are now; later changes do not change the list.</summary>
    public IReadOnlyList<ClientMetadata> Snapshot()
    {
        lock (_lock)
        {
            return [.. _clients.Values.Select(client => client.Metadata)];
        }
    }

    /// <summary>The client's registration, or null where there is none.</summary>
    public ClientMetadata? Find(string clientId) => Get(clientId)?.Metadata;

    /// <summary>Adds a client.</summary>
    /// <exception cref="ArgumentException">It lacks what its method needs, or its identifier is taken; the message names client and field.</exception>
    public void Register(ClientMetadata client)
    {
        _rules.Require(client);
        lock (_lock)
        {
            if (!_clients.TryAdd(client.ClientId, new RegisteredClient(client)))
            {
                throw OperatorsChoice.Wrong(client, "client_id is registered twice; identifiers are unique");
            }
        }
    }

    /// <summary>Gives a client other metadata; its identifier stays.</summary>
    /// <exception cref="ArgumentException">It lacks what its method needs, or there is no such client; the message names client and field.</exception>
    public void Replace(ClientMetadata client)
    {
        _rules.Require(client);
        Change(client.ClientId, registered => registered with { Metadata = client });
    }

    /// <summary>Takes a client out; false where there was none.</summary>
    public bool Remove(string clientId)
    {
        lock (_lock)
        {
            return _clients.Remove(clientId);
        }
    }

    internal RegisteredClient? Get(string clientId)
    {
        lock (_lock)
        {
            return _clients.GetValueOrDefault(clientId);
        }
    }

    /// <exception cref="ArgumentException">There is no such client.</exception>
    internal void Change(string clientId, Func<RegisteredClient, RegisteredClient> change)
    {
        lock (_lock)
        {
            _clients[clientId] = _clients.TryGetValue(clientId, out var client)
                ? change(client)
                : throw new ArgumentException($"Client '{clientId}' is not registered.", nameof(clientId));
        }
    }
}
