using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// What a client presented, read and not yet believed. It answers for itself whatever authentication must know about it, so that
/// nothing else knows every kind. Classes rather than records: some hold a secret, and a record prints itself.
/// </summary>
internal abstract class PresentedCredential(string mechanism)
{
    /// <summary>In words, for a trace.</summary>
    public string Mechanism => mechanism;

    /// <summary>Whom the credential itself names, or null where it names nobody.</summary>
    public virtual string? ClientId => null;

    /// <summary>Whom it is about, even where it contradicts itself and so names nobody.</summary>
    public virtual string? Subject => ClientId;

    /// <summary>The one check that proves anything by it, and that takes time; null for a credential that proves nothing.</summary>
    public virtual Rule? Proof => null;

    /// <summary>The mechanism as the throttle counts it, in words; null where there is nothing that could be guessed.</summary>
    public virtual string? Guessable => null;

    /// <summary>
    /// A client that could present such a credential, with keys that nobody holds: verified in place of an unknown one, so that it
    /// costs as much. It publishes nothing, so that nothing leaves the server.
    /// </summary>
    public abstract ClientMetadata Decoy(string clientId, DecoyKeys keys);
}

/// <summary>Nothing but, perhaps, a <c>client_id</c>.</summary>
internal sealed class NoCredential() : PresentedCredential("no credential")
{
    public override ClientMetadata Decoy(string clientId, DecoyKeys keys) =>
        new() { ClientId = clientId, TokenEndpointAuthMethod = TokenEndpointAuthMethods.None };
}
