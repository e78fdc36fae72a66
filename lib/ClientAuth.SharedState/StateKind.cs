namespace ClientAuth.SharedState;

/// <summary>What kind of thing is shared. Each kind has its own names, and in memory its own bounds.</summary>
public enum StateKind
{
    /// <summary>A value that is good once: the <c>jti</c> of an assertion or proof, or a challenge.</summary>
    SingleUse,

    /// <summary>An access token that was revoked or used up.</summary>
    EndedToken,

    /// <summary>A pushed authorization request (RFC 9126).</summary>
    PushedRequest,

    /// <summary>An App Attest key and the count of its uses.</summary>
    AppKey,

    /// <summary>The clients that have registered themselves (RFC 7591), all in one value.</summary>
    RegisteredClients,
}
