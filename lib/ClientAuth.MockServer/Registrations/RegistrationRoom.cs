using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// The room that clients which registered themselves share. Whoever registers or updates takes it in turn: of two that fit alone and not
/// together, one comes first.
/// </summary>
internal sealed class RegistrationRoom(RegisteredClients clients)
{
    private readonly Lock _turn = new();

    /// <summary>Makes a change that needs room for this metadata; null where there is none, or where the change gives null.</summary>
    /// <param name="metadata">What will be registered.</param>
    /// <param name="owner">Whose client it replaces, if there is one.</param>
    /// <param name="trace">Gets a line where there is no room; what fits goes without one.</param>
    /// <param name="change">Registers it.</param>
    public TMade? Take<TMade>(ClientMetadata metadata, RegistrationOwner? owner, CheckTrace trace, Func<TMade?> change)
        where TMade : class
    {
        lock (_turn)
        {
            var room = clients.Room(metadata, owner);
            return room.Holds || trace.Check(room) ? change() : null;
        }
    }
}
