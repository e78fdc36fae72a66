namespace ClientAuth.Protocol;

/// <summary>Registered values of <c>client_assertion_type</c>.</summary>
public static class ClientAssertionTypes
{
    /// <summary>The assertion is a JWT (RFC 7523 §2.2).</summary>
    public const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
}
