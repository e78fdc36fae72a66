namespace ClientAuth.Protocol;

/// <summary>Registered values of <c>subject_token_type</c> (RFC 8693 §3).</summary>
public static class TokenTypes
{
    /// <summary>A JWT; a Client Attestation Token is one.</summary>
    public const string Jwt = "urn:ietf:params:oauth:token-type:jwt";

    /// <summary>What the exchange gives.</summary>
    public const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
}
