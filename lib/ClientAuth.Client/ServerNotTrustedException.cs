using System.Security.Authentication;

namespace ClientAuth.Client;

/// <summary>The server's certificate is not the one that <see cref="ServerTrust"/> asks for; nothing was sent to it.</summary>
public sealed class ServerNotTrustedException(string message, Exception? inner = null)
    : AuthenticationException(message, inner);
