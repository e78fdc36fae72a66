namespace ClientAuth.Lab.Measuring;

/// <summary>Whether a token is bound to a key by DPoP, and what the client knows of the server's nonce (RFC 9449 §8).</summary>
public enum ProofUse
{
    /// <summary>A bearer token; no proof.</summary>
    None,

    /// <summary>The client has no nonce yet: the server refuses the first proof and gives one.</summary>
    NonceUnknown,

    /// <summary>The client has the nonce of an earlier response.</summary>
    NonceKnown,
}
