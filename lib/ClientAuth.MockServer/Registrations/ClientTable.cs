using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// Clients by identifier, how much those that registered themselves take up, and what the operator has changed of them that other nodes do
/// not know yet. Whoever uses it holds a lock.
/// </summary>
/// <param name="isShared">Whether there are other nodes.</param>
internal sealed class ClientTable(bool isShared)
{
    private readonly Dictionary<string, RegisteredClient> _clients = new(StringComparer.Ordinal);

    // By identifier, of those that registered themselves.
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);

    // What those hold, in bytes of JSON.
    private long _size;

    // In their order; each gives null where the client is taken out.
    private readonly List<(string ClientId, Func<RegisteredClient, RegisteredClient?> Change)> _unshared = [];

    /// <summary>How many changes of the operator other nodes do not know yet.</summary>
    public int Unshared => _unshared.Count;

    /// <summary>Another number after every change.</summary>
    public int Version { get; private set; }

    public IEnumerable<RegisteredClient> All => _clients.Values;

    public RegisteredClient? Find(string clientId) => _clients.GetValueOrDefault(clientId);

    /// <summary>The client that an owner has registered.</summary>
    public RegisteredClient? FindOwnedBy(RegistrationOwner owner) =>
        All.FirstOrDefault(client => client.Dynamic?.Owner == owner);

    /// <summary>A client that was found before; null where it was withdrawn or registered again meanwhile.</summary>
    // Each registration has its own token: whoever found the client by the one before has nothing to say any more.
    public RegisteredClient? FindAgain(RegisteredClient found) =>
        Find(found.Metadata.ClientId) is { } now && TokenOf(now).SequenceEqual(TokenOf(found)) ? now : null;

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

    /// <summary>Puts these in the place of all that have registered themselves, and makes the operator's changes again that are not in them.</summary>
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

        _unshared.ForEach(MakeAgain);
    }

    /// <summary>Keeps a change that the operator makes to a client that registered itself, until all nodes know it.</summary>
    public void KeepUnshared(RegisteredClient? client, Func<RegisteredClient, RegisteredClient?> change)
    {
        if (isShared && client?.Dynamic is not null)
        {
            _unshared.Add((client.Metadata.ClientId, change));
        }
    }

    /// <summary>All nodes know the oldest of the operator's changes now, so many.</summary>
    public void ForgetUnshared(int count) => _unshared.RemoveRange(0, count);

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

    private void MakeAgain((string ClientId, Func<RegisteredClient, RegisteredClient?> Change) operators)
    {
        if (Find(operators.ClientId) is not { Dynamic: not null } client)
        {
            return;
        }

        try
        {
            if (operators.Change(client) is { } changed)
            {
                Put(changed);
            }
            else
            {
                Remove(operators.ClientId);
            }
        }
        catch (ArgumentException)
        {
            // The client has changed at another node so that the change does not fit it any more.
        }
    }

    // Empty for a client of the operator.
    private static ReadOnlySpan<byte> TokenOf(RegisteredClient client) =>
        client.Dynamic is { } registration ? registration.AccessToken.Kept : [];

    // Bytes of a registration as the client is told it.
    private static long SizeOf(ClientMetadata metadata) =>
        JsonSerializer.SerializeToUtf8Bytes(metadata, ProtocolJson.Default.ClientMetadata).Length;
}
