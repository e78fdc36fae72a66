namespace ClientAuth.Client.Haapi;

/// <summary>An app that has found its way to tokens.</summary>
public sealed class HaapiAccessor : IDisposable
{
    internal HaapiAccessor(HaapiTokenManager tokenManager, string? whyNotAttested)
    {
        TokenManager = tokenManager;
        ClientId = tokenManager.ClientId;
        WhyNotAttested = whyNotAttested;
    }

    /// <summary>Ends with the accessor.</summary>
    public HaapiTokenManager TokenManager { get; }

    public HaapiPath Path => TokenManager.Path;

    /// <summary>The client that tokens are issued to: the app's, or the device's own.</summary>
    public string ClientId { get; }

    /// <summary>Why the fallback was needed; null where it was not, or where attestation is switched off.</summary>
    public string? WhyNotAttested { get; }

    /// <summary>
    /// Withdraws the device's own client, and with it every token of it (RFC 7592 §2.3): when somebody signs out for good, say. The
    /// next token registers the device anew.
    /// </summary>
    /// <exception cref="InvalidOperationException">The path is another, and has no client of the device's own.</exception>
    /// <exception cref="HaapiException">The server was not reached, or not understood.</exception>
    public Task WithdrawRegistrationAsync(CancellationToken cancellationToken = default) =>
        TokenManager.WithdrawAsync(cancellationToken);

    public void Dispose() => TokenManager.Dispose();

    /// <summary>Path and client; never a token.</summary>
    public override string ToString() => $"{Path}: {ClientId}";
}
