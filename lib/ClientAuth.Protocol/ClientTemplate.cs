namespace ClientAuth.Protocol;

/// <summary>
/// The template of the clients that devices register. A device names it by <c>software_id</c>, and adds what is its own, such
/// as its key. The template itself is no client and gets no token.
/// </summary>
public sealed record ClientTemplate
{
    /// <summary>What each registered client inherits; <c>client_id</c> is the template's identifier.</summary>
    public required ClientMetadata Client { get; init; }

    /// <summary>The client, not public, whose initial access token opens this template.</summary>
    public required string AuthenticateClientBy { get; init; }

    /// <summary>Members of the metadata that a device may give itself, for example <c>jwks</c>; all others are the template's.</summary>
    public required IReadOnlyList<string> SetByDevice { get; init; }

    /// <summary>The template's identifier and the client that opens it.</summary>
    public override string ToString() => $"{Client.ClientId}, opened by {AuthenticateClientBy}";
}
