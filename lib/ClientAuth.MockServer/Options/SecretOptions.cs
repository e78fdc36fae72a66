namespace ClientAuth.MockServer.Options;

/// <summary>How client secrets are taken, kept and guarded against guessing.</summary>
public sealed record SecretOptions
{
    // About a second on a usual machine.
    private const int MostIterations = 2_000_000;

    /// <summary>Whether a client that is registered for the header may send its secret in the body; not by default (RFC 6749 §2.3.1).</summary>
    public bool AcceptSecretInBody { get; init; }

    /// <summary>
    /// How often a secret is hashed, by PBKDF2, before it is compared; once with SHA-256 where it is 0, as by default. That is enough for
    /// secrets of 256 random bits; where people choose them, a slow hash is what a stolen database needs.
    /// </summary>
    public int SecretHashIterations { get; init; }

    /// <summary>
    /// How many attempts with a client's secret may fail within the window; then each gets 429 until it is over, the right secret
    /// too (RFC 6749 §2.3.1). Counted for each client and mechanism; keys and certificates cannot be guessed and are not counted.
    /// </summary>
    public int AuthenticationFailureLimit { get; init; } = 30;

    /// <summary>How long failures are counted from the first of them, by the server's clock; one minute by default.</summary>
    public TimeSpan AuthenticationFailureWindow { get; init; } = TimeSpan.FromMinutes(1);

    internal void Check()
    {
        InvalidOptionException.ThrowUnlessWithin(AuthenticationFailureLimit, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessLasting(AuthenticationFailureWindow);
        InvalidOptionException.ThrowUnlessWithin(SecretHashIterations, 0, MostIterations);
    }
}
