using System.Text.Json;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Clients by identifier, and how much those that registered themselves take up. Whoever uses it holds a lock.</summary>
internal sealed class ClientTable
{
    private readonly Dictionary<string, RegisteredClient> _clients = new(StringComparer.Ordinal);

    // By identifier, of those that registered themselves.
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);

    /// <summary>Another number after every change.</summary>
    public int Version { get; private set; }

    public IEnumerable<RegisteredClient> All => _clients.Values;

    /// <summary>How many have registered themselves.</summary>
    public int SelfRegistered => _sizes.Count;

    /// <summary>What those hold, in bytes of JSON.</summary>
    public long SelfRegisteredSize { get; private set; }

    /// <summary>Bytes of a registration as the client is told it.</summary>
    public static long SizeOf(ClientMetadata metadata) =>
        JsonSerializer.SerializeToUtf8Bytes(metadata, ProtocolJson.Default.ClientMetadata).Length;

    /// <summary>What a client takes up now; nothing where it is not there or an operator's.</summary>
    public long SizeNow(string clientId) => _sizes.GetValueOrDefault(clientId);

    public RegisteredClient? Find(string clientId) => _clients.GetValueOrDefault(clientId);

    /// <summary>Adds a client, or replaces the one of its identifier.</summary>
    public RegisteredClient Put(RegisteredClient client)
    {
        Remove(client.Metadata.ClientId);
        _clients.Add(client.Metadata.ClientId, client);
        if (client.Dynamic is not null)
        {
            var size = SizeOf(client.Metadata);
            _sizes.Add(client.Metadata.ClientId, size);
            SelfRegisteredSize += size;
        }

        return client;
    }

    /// <summary>Puts these in the place of all that have registered themselves.</summary>
    public void TakeOver(IReadOnlyList<RegisteredClient> selfRegistered)
    {
        foreach (var id in _sizes.Keys.Except(selfRegistered.Select(client => client.Metadata.ClientId)).ToList())
        {
            Remove(id);
        }

        foreach (var client in selfRegistered.Where(client => Find(client.Metadata.ClientId) != client))
        {
            Put(client);
        }
    }

    /// <summary>Takes a client out; false where there was none.</summary>
    public bool Remove(string clientId)
    {
        Version++;
        if (_sizes.Remove(clientId, out var size))
        {
            SelfRegisteredSize -= size;
        }

        return _clients.Remove(clientId);
    }
}
