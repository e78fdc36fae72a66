using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Sharing;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// The room that clients which registered themselves share. Whoever registers or updates takes it in turn: of two that fit alone and not
/// together, one comes first. The turn is this node's: two nodes can each let in the last one at the same moment.
/// </summary>
internal sealed class RegistrationRoom(RegisteredClients clients)
{
    private readonly Turns _turns = new();

    /// <summary>Makes a change that needs room for this metadata; null where there is none, or where the change gives null.</summary>
    /// <param name="metadata">What will be registered.</param>
    /// <param name="owner">Whose client it replaces, if there is one.</param>
    /// <param name="trace">Gets a line where there is no room; what fits goes without one.</param>
    /// <param name="allow">The last condition, once there is room; it is asked once.</param>
    /// <param name="change">Registers it; again where another node has registered something at the same moment.</param>
    public ValueTask<RegisteredClient?> TakeAsync(
        ClientMetadata metadata,
        RegistrationOwner? owner,
        CheckTrace trace,
        Func<ValueTask<bool>> allow,
        Func<RegisteredClient?> change
    ) =>
        _turns.TakeAsync(async () =>
        {
            await clients.RefreshAsync();
            var room = clients.Room(metadata, owner);
            return (room.Holds || trace.Check(room)) && await allow() ? await clients.ShareAsync(change) : null;
        });
}
