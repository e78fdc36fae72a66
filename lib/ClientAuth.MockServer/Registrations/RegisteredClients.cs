using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// The clients that the server knows. Each is checked when it comes in; every change holds from the next request on. What clients register
/// themselves, all nodes of the issuer know. What the operator changes here of such a client holds at this node at once, and at the others
/// from this node's next request on; what the operator has registered is this node's.
/// </summary>
public sealed class RegisteredClients
{
    private static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(365);

    private readonly Lock _lock = new();
    private readonly ClientTable _clients;
    private readonly RegistrationRules _rules;
    private readonly TimeProvider _clock;
    private readonly LimitOptions _limits;
    private readonly SharedClients? _shared;

    /// <exception cref="ArgumentException">A client lacks what its method needs, or an identifier is there twice; the message names client and field.</exception>
    internal RegisteredClients(
        IReadOnlyList<ClientMetadata> clients,
        RegistrationRules rules,
        LimitOptions limits,
        TimeProvider clock,
        ISharedState? shared = null
    )
    {
        _clients = new ClientTable(isShared: shared is not null);
        _shared = shared is null ? null : new SharedClients(shared, this);
        _rules = rules;
        _clock = clock;
        _limits = limits;
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
            return [.. _clients.All.Select(client => client.Metadata)];
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
            if (_clients.Find(client.ClientId) is not null)
            {
                throw OperatorsChoice.Wrong(client, "client_id is registered twice; identifiers are unique");
            }

            _clients.Put(new RegisteredClient(client));
        }
    }

    /// <summary>Gives a client other metadata; its identifier stays. Where the secret is another, the one before ends at once.</summary>
    /// <exception cref="ArgumentException">It lacks what its method needs, or there is no such client; the message names client and field.</exception>
    public void Replace(ClientMetadata client)
    {
        _rules.Require(client);
        Change(client.ClientId, registered => registered.With(client));
    }

    /// <summary>Gives a client another secret, which does not expire by itself; the one before stays good for a while.</summary>
    /// <param name="clientId">A client whose method uses a secret.</param>
    /// <param name="newSecret">Printable ASCII, and long enough for the client's MAC.</param>
    /// <param name="overlap">How long the secret before is still good, by the server's clock; zero ends it at once.</param>
    /// <exception cref="ArgumentException">The secret does not fit, there is no such client, it has no secret, or the overlap is negative or longer than a year.</exception>
    public void RotateSecret(string clientId, ClientSecret newSecret, TimeSpan overlap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overlap, LongestOverlap);
        var now = _clock.GetUtcNow();
        Change(clientId, registered => registered.WithSecret(newSecret, _rules, now, now + overlap));
    }

    /// <summary>Switches a client off: it stays registered, and the client and the tokens issued to it are refused meanwhile.</summary>
    /// <exception cref="ArgumentException">There is no such client.</exception>
    public void Disable(string clientId) => Change(clientId, registered => registered with { IsDisabled = true });

    /// <summary>Switches a client on again.</summary>
    /// <exception cref="ArgumentException">There is no such client.</exception>
    public void Enable(string clientId) => Change(clientId, registered => registered with { IsDisabled = false });

    /// <summary>Takes a client out; false where there was none.</summary>
    public bool Remove(string clientId)
    {
        lock (_lock)
        {
            _clients.KeepUnshared(_clients.Find(clientId), _ => null);
            return _clients.Remove(clientId);
        }
    }

    /// <summary>Another number after every change.</summary>
    internal int Version
    {
        get
        {
            lock (_lock)
            {
                return _clients.Version;
            }
        }
    }

    /// <summary>Every secret that is good or was good lately, with its client.</summary>
    internal IReadOnlyList<(string ClientId, string Secret)> Secrets()
    {
        lock (_lock)
        {
            return
            [
                .. _clients.All.SelectMany(client =>
                    client.Secrets.Select(secret => (client.Metadata.ClientId, secret.Value.Reveal()))
                ),
            ];
        }
    }

    internal bool Has(string clientId) => Find(clientId) is not null;

    internal RegisteredClient? Get(string clientId)
    {
        lock (_lock)
        {
            return _clients.Find(clientId);
        }
    }

    /// <summary>
    /// Whether a registration fits beside the others: as a new client, in place of the one that its owner has, or in place of the one whose
    /// metadata it replaces. Where it does not, it is refused and nobody's is dropped: what is registered is in use.
    /// </summary>
    internal CheckResult Room(ClientMetadata metadata, RegistrationOwner? owner)
    {
        lock (_lock)
        {
            var replaced = (owner is null ? null : _clients.FindOwnedBy(owner)?.Metadata.ClientId) ?? metadata.ClientId;
            return _clients.Room(metadata, replaced, _limits);
        }
    }

    /// <summary>
    /// Adds a client that has registered itself, whose rules have been checked one by one, or renews the one that its owner has.
    /// A client that the operator has switched off stays so: it could otherwise let itself in again.
    /// </summary>
    internal RegisteredClient AddOrRenew(RegisteredClient client)
    {
        lock (_lock)
        {
            var renewed = client.Dynamic?.Owner is { } owner ? _clients.FindOwnedBy(owner)?.RenewedAs(client) : null;
            return _clients.Put(renewed ?? client);
        }
    }

    /// <summary>Changes a client that was found before; null where it was withdrawn or registered again meanwhile.</summary>
    internal RegisteredClient? TryChange(RegisteredClient found, Func<RegisteredClient, RegisteredClient> change)
    {
        lock (_lock)
        {
            return _clients.FindAgain(found) is { } now ? _clients.Put(change(now)) : null;
        }
    }

    /// <summary>Takes a client out that was found before; false where it was withdrawn or registered again meanwhile.</summary>
    internal bool Remove(RegisteredClient found)
    {
        lock (_lock)
        {
            return _clients.FindAgain(found) is { } now && _clients.Remove(now.Metadata.ClientId);
        }
    }

    /// <summary>Before a request: takes over what other nodes have registered.</summary>
    internal ValueTask RefreshAsync() => _shared?.RefreshAsync() ?? default;

    /// <summary>Makes a change to a client that registered itself, at all nodes; null where the change gives null.</summary>
    internal ValueTask<RegisteredClient?> ShareAsync(Func<RegisteredClient?> change) =>
        _shared?.ShareAsync(change) ?? new(change());

    /// <summary>How many changes of the operator to clients that registered themselves other nodes do not know yet.</summary>
    internal int Unshared()
    {
        lock (_lock)
        {
            return _clients.Unshared;
        }
    }

    /// <summary>The clients that have registered themselves, and how many changes of the operator that other nodes do not know are in them.</summary>
    internal (IReadOnlyList<RegisteredClient> Clients, int Unshared) SelfRegistered()
    {
        lock (_lock)
        {
            return ([.. _clients.All.Where(client => client.Dynamic is not null)], _clients.Unshared);
        }
    }

    /// <summary>All nodes know these changes of the operator now.</summary>
    internal void ForgetUnshared(int count)
    {
        lock (_lock)
        {
            _clients.ForgetUnshared(count);
        }
    }

    /// <summary>Puts these in the place of all that have registered themselves; what the operator has changed since holds all the same.</summary>
    internal void TakeOver(IReadOnlyList<RegisteredClient> selfRegistered)
    {
        lock (_lock)
        {
            _clients.TakeOver(selfRegistered);
        }
    }

    private void Change(string clientId, Func<RegisteredClient, RegisteredClient> change)
    {
        lock (_lock)
        {
            var client =
                _clients.Find(clientId)
                ?? throw new ArgumentException($"Client '{clientId}' is not registered.", nameof(clientId));
            _clients.Put(change(client));
            _clients.KeepUnshared(client, change);
        }
    }
}
