using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Clients by identifier, and how much those that registered themselves take up. Whoever uses it holds a lock.</summary>
internal sealed class ClientTable
{
    private readonly Dictionary<string, RegisteredClient> _clients = new(StringComparer.Ordinal);

    // By identifier, of those that registered themselves.
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);

    // What those hold, in bytes of JSON.
    private long _size;

    /// <summary>Another number after every change.</summary>
    public int Version { get; private set; }

    public IEnumerable<RegisteredClient> All => _clients.Values;

    public RegisteredClient? Find(string clientId) => _clients.GetValueOrDefault(clientId);

    /// <summary>Whether a registration fits beside the others, in place of one that may be there.</summary>
    public CheckResult Room(ClientMetadata metadata, string replaced, LimitOptions limits)
    {
        var before = _sizes.GetValueOrDefault(replaced);
        var count = _sizes.Count + (before > 0 ? 0 : 1);
        var size = _size - before + SizeOf(metadata);
        return new CheckResult(
            Rules.RegistrationRoom,
            count <= limits.RegisteredClientLimit && size <= limits.RegisteredClientsSize,
            $"at most {limits.RegisteredClientLimit} clients that registered themselves, of {limits.RegisteredClientsSize} bytes in all",
            $"{count} clients of {size} bytes with this one"
        );
    }

    /// <summary>Adds a client, or replaces the one of its identifier.</summary>
    public RegisteredClient Put(RegisteredClient client)
    {
        Remove(client.Metadata.ClientId);
        _clients.Add(client.Metadata.ClientId, client);
        if (client.Dynamic is not null)
        {
            var size = SizeOf(client.Metadata);
            _sizes.Add(client.Metadata.ClientId, size);
            _size += size;
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
            _size -= size;
        }

        return _clients.Remove(clientId);
    }

    // Bytes of a registration as the client is told it.
    private static long SizeOf(ClientMetadata metadata) =>
        JsonSerializer.SerializeToUtf8Bytes(metadata, ProtocolJson.Default.ClientMetadata).Length;
}
