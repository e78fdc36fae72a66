namespace ClientAuth.Protocol;

/// <summary>Endpoints on the listener that asks for a client certificate (RFC 8705 §5).</summary>
public sealed record MtlsEndpointAliases
{
    public required string TokenEndpoint { get; init; }

    public string? IntrospectionEndpoint { get; init; }

    public string? RevocationEndpoint { get; init; }

    public string? PushedAuthorizationRequestEndpoint { get; init; }

    public string? RegistrationEndpoint { get; init; }
}
