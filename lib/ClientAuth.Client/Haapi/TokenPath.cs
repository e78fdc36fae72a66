using ClientAuth.Client.Dpop;

namespace ClientAuth.Client.Haapi;

/// <summary>One way to an access token that is bound to a key of the device.</summary>
internal abstract class TokenPath : IDisposable
{
    public abstract HaapiPath Path { get; }

    /// <summary>The client that tokens are issued to; known once there has been a token.</summary>
    public abstract string ClientId { get; }

    /// <summary>The key that the tokens are bound to.</summary>
    public abstract DpopKey Key { get; }

    /// <summary>Sends requests that carry a token. A token may be bound to the certificate of this connection.</summary>
    public abstract HttpClient Http { get; }

    /// <summary>Asks for a token. Never called twice at the same time.</summary>
    /// <exception cref="HaapiException">There is none; the message says why.</exception>
    public abstract Task<BoundAccessToken> RequestAsync(CancellationToken cancellationToken);

    /// <summary>Deletes the device's own client, at the server and on the device.</summary>
    /// <exception cref="InvalidOperationException">The path has none.</exception>
    public virtual Task WithdrawAsync(CancellationToken cancellationToken) =>
        throw new InvalidOperationException(
            $"On the path {Path} the device has no client of its own to withdraw; '{ClientId}' is the same on each device."
        );

    public abstract void Dispose();
}
