namespace ClientAuth.Client.Haapi;

/// <summary>An app that has an access token: its token manager, and the way in which it gets tokens.</summary>
public sealed class HaapiAccessor : IDisposable
{
    internal HaapiAccessor(HaapiTokenManager tokenManager, string? whyNotAttested)
    {
        TokenManager = tokenManager;
        ClientId = tokenManager.ClientId;
        WhyNotAttested = whyNotAttested;
    }

    /// <summary>Gets and renews the tokens. Disposed of together with the accessor.</summary>
    public HaapiTokenManager TokenManager { get; }

    /// <summary>The source of the access tokens.</summary>
    public HaapiPath Path => TokenManager.Path;

    /// <summary>The client that tokens are issued to: the app's, or the device's own.</summary>
    public string ClientId { get; }

    /// <summary>Why the device could not attest itself, so that the fallback was used; null where attestation worked or is switched off.</summary>
    public string? WhyNotAttested { get; }

    /// <summary>
    /// Deletes the device's own client at the server, and with it every token of that client (RFC 7592 §2.3): for example when
    /// the user signs out for good. The next token registers the device again.
    /// </summary>
    /// <exception cref="InvalidOperationException">The path is another, and has no client of the device's own.</exception>
    /// <exception cref="HaapiException">The server was not reached, or not understood.</exception>
    public Task WithdrawRegistrationAsync(CancellationToken cancellationToken = default) =>
        TokenManager.WithdrawAsync(cancellationToken);

    public void Dispose() => TokenManager.Dispose();

    /// <summary>Path and client; never a token.</summary>
    public override string ToString() => $"{Path}: {ClientId}";
}
