namespace ClientAuth.Protocol;

/// <summary>Scopes that the authorization server itself acts on.</summary>
public static class Scopes
{
    /// <summary>The token allows one request to the registration endpoint. A client must request this scope by name; it is never granted by default.</summary>
    public const string DynamicClientRegistration = "dcr";
}
