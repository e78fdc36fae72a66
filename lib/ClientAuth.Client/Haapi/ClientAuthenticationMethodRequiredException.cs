namespace ClientAuth.Client.Haapi;

/// <summary>The configuration needs a method of client authentication and has <c>None</c>. Nothing has been sent; the message says what to set, and where.</summary>
public sealed class ClientAuthenticationMethodRequiredException(string message) : InvalidOperationException(message);
