namespace ClientAuth.Protocol;

/// <summary>Registered values of <c>grant_type</c>.</summary>
public static class GrantTypes
{
    /// <summary>The client asks on its own behalf (RFC 6749 §4.4).</summary>
    public const string ClientCredentials = "client_credentials";

    /// <summary>The client redeems what a browser brought back (RFC 6749 §4.1).</summary>
    public const string AuthorizationCode = "authorization_code";

    /// <summary>The client turns one token into another (RFC 8693 §2.1); here a Client Attestation Token into an access token.</summary>
    public const string TokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";
}
