namespace ClientAuth.FailureCases.Requests;

/// <summary>The endpoints that a case can be sent to.</summary>
public static class EndpointNames
{
    public const string Token = "token";
    public const string Introspection = "introspection";
    public const string Revocation = "revocation";
    public const string PushedAuthorizationRequest = "pushed_authorization_request";
    public const string Registration = "registration";
    public const string ClientConfiguration = "client_configuration";
    public const string Resource = "resource";

    /// <summary>Where a device attests itself.</summary>
    public const string ClientAttestationToken = "client_attestation_token";

    /// <summary>The token endpoint, asked to exchange a Client Attestation Token.</summary>
    public const string TokenExchange = "token_exchange";

    public static IReadOnlyList<string> All { get; } =
    [
        Token,
        Introspection,
        Revocation,
        PushedAuthorizationRequest,
        Registration,
        ClientConfiguration,
        Resource,
        ClientAttestationToken,
        TokenExchange,
    ];

    /// <summary>Those that take a form and authenticate the client as the token endpoint does.</summary>
    public static IReadOnlyList<string> OfForms { get; } =
    [Token, Introspection, Revocation, PushedAuthorizationRequest, TokenExchange];
}
