using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Sharing;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// Keeps the clients that registered themselves the same at all nodes of an issuer. They are one value of the shared state: a node reads
/// it where it has changed, before each request, and writes it where it is still the one that the node has changed.
/// </summary>
internal sealed class SharedClients(ISharedState state, RegisteredClients clients)
{
    private static readonly StateKey Key = new(StateKind.RegisteredClients, Owner: "", Name: "");

    // A version that no value has: whatever there is, is read again.
    private const long Unknown = -1;

    private readonly Turns _turns = new();
    private Dictionary<string, string> _records = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>Brings this node up to date.</summary>
    /// <exception cref="SharedStateException">It cannot be found out what other nodes have registered.</exception>
    public async ValueTask RefreshAsync()
    {
        var known = Volatile.Read(ref _version);
        if ((await state.ReadAsync(Key, known)).Version != known)
        {
            await _turns.TakeAsync(ReloadAsync);
        }
    }

    /// <summary>Makes a change at this node and then at all; where another node was first, its change is taken over and this one made again.</summary>
    /// <param name="change">Gives null where there is nothing to change.</param>
    /// <exception cref="SharedStateException">It is not known whether the change holds; this node takes it back until it is.</exception>
    public ValueTask<RegisteredClient?> ShareAsync(Func<RegisteredClient?> change) =>
        _turns.TakeAsync(async () =>
        {
            while (true)
            {
                await ReloadAsync();
                if (change() is not { } changed)
                {
                    return null;
                }

                if (await TryWriteAsync())
                {
                    return changed;
                }
            }
        });

    private async ValueTask<bool> TryWriteAsync()
    {
        var expected = _version;
        // Until it is written: a failure leaves it so, and the next request reads what there is.
        Volatile.Write(ref _version, Unknown);
        var records = clients.SelfRegistered().Select(StoredClient.Write).ToList();
        var value = Encoding.UTF8.GetBytes(new JsonArray([.. records]).ToJsonString());
        if (await state.WriteAsync(Key, expected, value, until: null) is not { } version)
        {
            return false;
        }

        _records = records.ToDictionary(StoredClient.IdOf, record => record.ToJsonString());
        Volatile.Write(ref _version, version);
        return true;
    }

    private async ValueTask<long> ReloadAsync()
    {
        var (version, value) = await state.ReadAsync(Key, _version);
        if (version == _version)
        {
            return version;
        }

        var stored = value is null
            ? []
            : JsonNode.Parse(value)!.AsArray().Select(record => record!.AsObject()).ToList();
        var records = stored.ToDictionary(StoredClient.IdOf, record => record.ToJsonString());
        // One that is as it was keeps what this node knows beside it, such as the keys that it has fetched.
        clients.TakeOver(
            stored.ConvertAll(record =>
                StoredClient.IdOf(record) is var id
                && _version != Unknown
                && _records.GetValueOrDefault(id) == records[id]
                && clients.Get(id) is { } kept
                    ? kept
                    : StoredClient.Read(record)
            )
        );
        _records = records;
        Volatile.Write(ref _version, version);
        return version;
    }
}
