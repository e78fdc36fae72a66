namespace ClientAuth.Protocol;

/// <summary>Scopes that mean something to the server itself.</summary>
public static class Scopes
{
    /// <summary>The token opens the registration endpoint, once. Granted to a client that asks for it by name, never by default.</summary>
    public const string DynamicClientRegistration = "dcr";
}
