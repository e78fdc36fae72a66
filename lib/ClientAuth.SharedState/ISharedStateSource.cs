namespace ClientAuth.SharedState;

/// <summary>Connects a node to a store outside its process. The program finds it in an assembly that it loads only where it is asked for.</summary>
public interface ISharedStateSource
{
    /// <summary>Connects, and makes sure that the store can be trusted to remember.</summary>
    /// <returns>The state; it is closed by its <see cref="IAsyncDisposable"/>.</returns>
    /// <exception cref="SharedStateException">The store is not reachable, or may have forgotten something; the message says what to do.</exception>
    Task<ISharedState> ConnectAsync(SharedStatePlace place, CancellationToken cancellationToken);
}

/// <summary>Which store a node connects to, and as which node.</summary>
/// <param name="Host">Name or address of the store's machine.</param>
/// <param name="Port">Its port.</param>
/// <param name="Issuer">The issuer whose nodes share; each issuer has its own part of the store.</param>
/// <param name="Signer">Thumbprint of the issuer's signing key (RFC 7638), which all its nodes have.</param>
/// <param name="Clock">What the node judges expiry by.</param>
public sealed record SharedStatePlace(string Host, int Port, string Issuer, string Signer, TimeProvider Clock)
{
    /// <summary>The option of the program that sets <see cref="TakesAsItIs"/>, for messages that advise it.</summary>
    public const string AsItIsOption = "--redis-as-it-is";

    /// <summary>Whether nothing was ever issued with this signing key, so that an empty store has forgotten nothing.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether a person has decided to go on with what the store holds now, though it may have forgotten something.</summary>
    public bool TakesAsItIs { get; init; }
}
