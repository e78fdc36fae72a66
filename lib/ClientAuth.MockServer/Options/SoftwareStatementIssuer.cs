using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Options;

/// <summary>Somebody whose software statements the server believes (RFC 7591 §2.3).</summary>
public sealed record SoftwareStatementIssuer
{
    /// <summary>What the statement's <c>iss</c> must be.</summary>
    public required string Issuer { get; init; }

    /// <summary>The public keys that it signs with.</summary>
    public required JwkSet Keys { get; init; }

    /// <summary>The <c>software_id</c>s that may register here, however many others it vouches for.</summary>
    public required IReadOnlyList<string> ApprovedSoftwareIds { get; init; }
}
