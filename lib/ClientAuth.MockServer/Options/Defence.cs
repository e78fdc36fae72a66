namespace ClientAuth.MockServer.Options;

/// <summary>
/// Defences that a server has by nature and no operator would switch off: <see cref="AuthorizationServerOptions.SwitchedOff"/> does, for
/// lessons and tests. A server that lacks one of them is open to the attack that stands beside it.
/// </summary>
public enum Defence
{
    /// <summary>
    /// The registration says how an assertion is signed, and never its header (RFC 8725 §3.1). Without it <c>alg</c> decides what a
    /// registered public key is used for: a MAC keyed with its text is believed, and <c>none</c> too.
    /// </summary>
    AlgorithmOfRegistration,

    /// <summary>
    /// Keys come from the registration alone (RFC 8725 §3.10). Without it a key is believed that the assertion brings along in
    /// <c>jwk</c> or <c>x5c</c>, or that lies where its <c>jku</c> or <c>x5u</c> points: the attacker's.
    /// </summary>
    KeysOfRegistration,

    /// <summary>
    /// A <c>kid</c> names a key among those of the client that the assertion speaks for (RFC 8725 §3.8). Without it one client's key signs
    /// for every other.
    /// </summary>
    KeysOfThatClient,

    /// <summary>
    /// What an assertion calls critical is understood, or refused (RFC 7515 §4.1.11). Without it a restriction that its maker has written
    /// into it holds no more.
    /// </summary>
    CriticalHeaders,

    /// <summary>An assertion works once (RFC 7523 §3 (7)). Without it whoever has seen one sends it again until it expires.</summary>
    SingleUse,

    /// <summary>
    /// Where certificates count, no TLS session is resumed. Without it a session brings back the certificate of the handshake that began
    /// it, and whoever has the session needs neither certificate nor key.
    /// </summary>
    FullHandshakes,

    /// <summary>
    /// <c>Client-Cert</c> is believed from a trusted proxy alone (RFC 9440 §4). Without it anybody is the client whose certificate they
    /// write there, and certificates are public.
    /// </summary>
    ClientCertOfProxies,

    /// <summary>An unknown client is verified against a decoy, so that it takes as long. Without it the clock tells who is registered.</summary>
    EvenWork,
}
