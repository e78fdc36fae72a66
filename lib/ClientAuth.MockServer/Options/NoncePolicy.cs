namespace ClientAuth.MockServer.Options;

/// <summary>Whether a proof must hold a value that the server gave: a nonce (RFC 9449 §8), or a challenge for an attested client.</summary>
public enum NoncePolicy
{
    /// <summary>The server gives none, and does not look at one.</summary>
    NotUsed,

    /// <summary>A proof without one, or with one that is too old, is refused; the answer holds a fresh one.</summary>
    Required,
}
