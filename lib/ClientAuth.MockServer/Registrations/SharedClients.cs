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
    private long _version;

    /// <summary>Brings this node up to date, and the others where the operator has changed something here.</summary>
    /// <exception cref="SharedStateException">It cannot be found out what other nodes have registered, or they cannot be told.</exception>
    public async ValueTask RefreshAsync()
    {
        var known = Volatile.Read(ref _version);
        if (clients.Unshared() > 0)
        {
            await _turns.TakeAsync(TellAsync);
        }
        else if ((await state.ReadAsync(Key, known)).Version != known)
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

    private async ValueTask<long> TellAsync()
    {
        do
        {
            await ReloadAsync();
        } while (clients.Unshared() > 0 && !await TryWriteAsync());

        return _version;
    }

    private async ValueTask<bool> TryWriteAsync()
    {
        var expected = _version;
        // Until the outcome is known: a failure leaves it so, and the next request reads what there is.
        Volatile.Write(ref _version, Unknown);
        var (selfRegistered, unshared) = clients.SelfRegistered();
        var records = new JsonArray([.. selfRegistered.Select(StoredClient.Write)]);
        var value = Encoding.UTF8.GetBytes(records.ToJsonString());
        var written = await state.WriteAsync(Key, expected, value, until: null);
        Volatile.Write(ref _version, written ?? expected);
        if (written is not null)
        {
            clients.ForgetUnshared(unshared);
        }

        return written is not null;
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
        // One that is as it was keeps what this node knows beside it, such as the keys that it has fetched.
        clients.TakeOver(
            stored.ConvertAll(record =>
                clients.Get(StoredClient.IdOf(record)) is { Dynamic: not null } kept
                && JsonNode.DeepEquals(StoredClient.Write(kept), record)
                    ? kept
                    : StoredClient.Read(record)
            )
        );
        Volatile.Write(ref _version, version);
        return version;
    }
}
